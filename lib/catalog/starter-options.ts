import type { ApiOption } from "@/lib/schemas/api-option";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Figure } from "@/lib/schemas/figure";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Throughput } from "@/lib/schemas/throughput";
import type { Workload } from "@/lib/schemas/workload";
import { assumed, withNote } from "./assumed";
import { catalogFigure, recordOf } from "./find";
import type { StarterTemplate } from "./starter-templates";

export function starterOptions(template: StarterTemplate, startMonth: string): SupplyOption[] {
  return [apiOption(template), cloudOption(template), onPremisesOption(template, startMonth)];
}

function apiOption(template: StarterTemplate): ApiOption {
  const { subject, figures } = recordOf(template.apiPrice);
  const inputPrice = catalogFigure(`${template.apiPrice}.inputPrice`);
  return {
    id: "api",
    kind: "api",
    name: `${subject.provider} API`,
    provider: subject.provider ?? "",
    inputPrice,
    cachedInputPrice: figures.cachedInputPrice
      ? catalogFigure(`${template.apiPrice}.cachedInputPrice`)
      : uncached(inputPrice),
    outputPrice: catalogFigure(`${template.apiPrice}.outputPrice`),
    fixedFee: assumed(0),
    trainingRate: withNote(
      catalogFigure(`${template.rental}.rate`),
      "Training beside an API runs on rented accelerators.",
    ),
    staffFte: assumed(0.1, [0, 0.5]),
  };
}

const uncached = ({ value, low, high }: Figure): Figure => ({
  value,
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
  evidence: "assumed",
  note: "No discount for cached input is published, so it costs as much as other input.",
});

function cloudOption(template: StarterTemplate): CloudOption {
  const { subject } = recordOf(template.rental);
  const hours = template.activeHoursPerDay;
  return {
    id: "cloud",
    kind: "cloud",
    name: `${subject.provider} ${shortName(subject.accelerator)}`,
    provider: subject.provider ?? "",
    accelerator: subject.accelerator ?? "",
    acceleratorsPerInstance: catalogFigure(`${template.rental}.acceleratorsPerInstance`),
    rate: catalogFigure(`${template.rental}.rate`),
    policy: hours === undefined ? "always-on" : "active-window",
    activeHoursPerDay: hours === undefined ? assumed(24) : assumed(hours, [6, 24]),
    storage: assumed(500, [100, 2000]),
    egress: assumed(200, [0, 1000]),
    supportFraction: assumed(0.03, [0, 0.1]),
    staffFte: assumed(0.4, [0.2, 1]),
    ...fleet(template),
  };
}

/** An estimate is as old as its figure, and a plan may begin before that. */
const earlier = (date: string | undefined, start: string) =>
  date !== undefined && date < start ? date : start;

function onPremisesOption(template: StarterTemplate, startMonth: string): OnPremisesOption {
  const { subject } = recordOf(template.server);
  const serverPrice = catalogFigure(`${template.server}.serverPrice`);
  return {
    id: "on-premises",
    kind: "on-premises",
    name: `Own ${shortName(subject.accelerator)} servers`,
    notes: "The price is an estimate. Replace it by a quote.",
    accelerator: subject.accelerator ?? "",
    acceleratorsPerServer: catalogFigure(`${template.server}.acceleratorsPerServer`),
    quote: {
      supplierName: noQuoteYet,
      number: "",
      quotedOn: earlier(serverPrice.date, `${startMonth}-01`),
      validUntil: `${startMonth}-28`,
      serverPrice,
      networkPrice: catalogFigure("server-network.networkPrice"),
      installationPrice: catalogFigure("server-network.installationPrice"),
    },
    purchasing: "as-needed",
    bridgeOptionId: "cloud",
    leadTimeMonths: assumed(4, [2, 9]),
    usefulLifeMonths: assumed(60, [48, 72]),
    residualFraction: assumed(0.1, [0, 0.25]),
    supportPerYearFraction: catalogFigure("server-support.supportPerYearFraction"),
    licences: assumed(0, [0, 4500], "Open-source serving engines need none."),
    spareServers: assumed(0, [0, 1]),
    serverPower: catalogFigure(`${template.power}.serverPower`),
    loadFactorFraction: catalogFigure(`${template.power}.loadFactorFraction`),
    pueRatio: catalogFigure("site-average.pueRatio"),
    space: catalogFigure("space-colocation.space"),
    staffFte: assumed(0.5, [0.25, 1.5]),
    ...fleet(template),
  };
}

function fleet(template: StarterTemplate) {
  return {
    throughput: template.workloads
      .filter(({ kind }) => kind === "inference")
      .map((workload) => throughputOf(workload, template.throughput)),
    utilizationCeilingFraction: assumed(0.8, [0.6, 0.9]),
    spareReplicas: assumed(1, [0, 2]),
    trainingSpeedRatio: assumed(1),
  };
}

function throughputOf(workload: Workload, recordId: string): Throughput {
  const { subject } = recordOf(recordId);
  return {
    workloadId: workload.id,
    modelName: subject.model ?? "",
    accelerator: subject.accelerator ?? "",
    precision: subject.precision ?? "",
    servingEngine: subject.servingEngine ?? "",
    ...(subject.conditions ? { conditions: subject.conditions } : {}),
    acceleratorsPerReplica: catalogFigure(`${recordId}.acceleratorsPerReplica`),
    basis: "combined",
    outputTokensPerSecond: catalogFigure(`${recordId}.outputTokensPerSecond`),
  };
}

/** "NVIDIA H200 SXM" -> "H200". */
const shortName = (accelerator = "") => accelerator.replace(/^\w+ /, "").replace(/ SXM$/, "");
