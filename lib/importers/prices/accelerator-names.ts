/** SkyPilot's spellings, in lower case without separators, and what the catalog calls them. */
const aliases: Readonly<Record<string, string>> = {
  a10: "NVIDIA A10",
  a10g: "NVIDIA A10G",
  a40: "NVIDIA A40",
  a6000: "NVIDIA RTX A6000",
  a100: "NVIDIA A100 40 GB",
  a10040gb: "NVIDIA A100 40 GB",
  a10040gbpcie: "NVIDIA A100 PCIe 40 GB",
  a10080gb: "NVIDIA A100 80 GB",
  a10080gbsxm: "NVIDIA A100 SXM 80 GB",
  a10080gbsxm4: "NVIDIA A100 SXM 80 GB",
  a10080gbpcie: "NVIDIA A100 PCIe 80 GB",
  b200: "NVIDIA B200 SXM",
  b200sxm: "NVIDIA B200 SXM",
  b300: "NVIDIA B300 SXM",
  b300sxm: "NVIDIA B300 SXM",
  gaudihl205: "Intel Gaudi HL-205",
  gb200: "NVIDIA GB200",
  gb300: "NVIDIA GB300",
  gh200: "NVIDIA GH200",
  h100: "NVIDIA H100 SXM",
  h10080gbhbm3: "NVIDIA H100 SXM",
  h100mega: "NVIDIA H100 SXM",
  h100nvl: "NVIDIA H100 NVL",
  h100nvlink: "NVIDIA H100 SXM",
  h100pcie: "NVIDIA H100 PCIe",
  h100sxm: "NVIDIA H100 SXM",
  h200: "NVIDIA H200 SXM",
  h200sxm: "NVIDIA H200 SXM",
  inferentia: "AWS Inferentia",
  inferentia2: "AWS Inferentia2",
  l4: "NVIDIA L4",
  l40: "NVIDIA L40",
  l40s: "NVIDIA L40S",
  mi300x: "AMD Instinct MI300X",
  mi325x: "AMD Instinct MI325X",
  mi355x: "AMD Instinct MI355X",
  qualcommai100: "Qualcomm Cloud AI 100",
  rtx3090: "NVIDIA RTX 3090",
  rtx4000ada: "NVIDIA RTX 4000 Ada",
  rtx4090: "NVIDIA RTX 4090",
  rtx5090: "NVIDIA RTX 5090",
  rtx6000ada: "NVIDIA RTX 6000 Ada",
  rtxa4000: "NVIDIA RTX A4000",
  rtxa4500: "NVIDIA RTX A4500",
  rtxa5000: "NVIDIA RTX A5000",
  rtxa6000: "NVIDIA RTX A6000",
  rtxpro6000s: "NVIDIA RTX PRO 6000 Server",
  rtxpro6000ws: "NVIDIA RTX PRO 6000 Workstation",
  t4: "NVIDIA T4",
  t4g: "NVIDIA T4G",
  tpuv5litepod: "Google TPU v5e",
  tpuv5p: "Google TPU v5p",
  tpuv6e: "Google TPU v6e",
  tpuv7: "Google TPU v7",
  trainium: "AWS Trainium",
  trainium2: "AWS Trainium2",
  trainium3: "AWS Trainium3",
  v100: "NVIDIA V100 16 GB",
  v10032gb: "NVIDIA V100 32 GB",
};

/** Which accelerator a row rents, and how many of them one that the file counts as one holds. */
export type KnownAccelerator = { readonly name: string; readonly each: number };

/**
 * A TPU's name ends with the size of its slice, which the file counts as one: chips for v5e, v6e and v7,
 * and cores, two to a chip, for v5p.
 */
const slice = /^(tpu-v(\d+\w*?))-(\d+)$/i;

export function findAcceleratorName(spelled: string, instance: string): KnownAccelerator | null {
  const [, family, generation, size] = slice.exec(spelled) ?? [];
  const plain = (family ?? spelled).toLowerCase().replace(/[^a-z0-9]/g, "");
  const form = /pcie|nvl(?!ink)/i.exec(instance)?.[0].toLowerCase() ?? "";
  const name = alias(`${plain}${form}`) ?? alias(plain);
  if (name === undefined) return null;
  const each = size === undefined ? 1 : Number(size) / (generation === "5p" ? 2 : 1);
  return Number.isInteger(each) && each > 0 ? { name, each } : null;
}

const alias = (plain: string) => (Object.hasOwn(aliases, plain) ? aliases[plain] : undefined);
