import { Text } from "@react-pdf/renderer";

/** Takes no room, and tells on which page it came to stand: the last time is the one that holds. */
export const PageMark = ({ onPage }: { readonly onPage: (page: number) => void }) => (
  <Text
    style={{ fontSize: 0, lineHeight: 0, height: 0 }}
    render={({ pageNumber }) => {
      onPage(pageNumber);
      return "";
    }}
  />
);
