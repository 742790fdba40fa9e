import { fileMakers } from "@/lib/exporters/proposal-files";
import { type FileFormat, fileFormats } from "@/lib/schemas/proposal-file";

export const examplesFolder = "docs/examples/exports";

/** What `loadline export` is told for each example. */
export const exampleExports = fileFormats.map((format: FileFormat) => {
  const file = `${examplesFolder}/claims-assistant.${fileMakers[format].extension}`;
  return {
    ...{ format, file },
    args: (output: string): readonly string[] => [
      ...["export", format, "docs/examples/claims-assistant.json", "--output", output, "--force"],
      ...["--title", "Own what runs all day, rent the rest"],
      ...["--audience", "For decision by the investment committee"],
      ...["--organization", "Halden Mutual"],
    ],
  };
});
