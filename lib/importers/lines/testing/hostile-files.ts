import { bombs } from "./bombs";
import { brokenFiles } from "./broken-files";
import { hostileCells } from "./hostile-cells";
import type { HostileFile } from "./hostile-file";
import { hostileTexts } from "./hostile-texts";
import { hostileXml } from "./hostile-xml";

export const hostileFiles: readonly HostileFile[] = [
  ...bombs,
  ...hostileXml,
  ...brokenFiles,
  ...hostileCells,
  ...hostileTexts,
];
