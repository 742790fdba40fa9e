import type { PointRow } from "./point-cells";
import type { ReplicaLabel } from "./throughput-points";

type Replicas = { readonly decode: ReplicaLabel; readonly prefill: ReplicaLabel };

/** Accelerators that one server links; a label beyond it counts a whole system. */
const linkedAccelerators = 8;

/**
 * What a row says of its replica. Its labels are mended where they cannot be meant: files of this layout
 * write tensor × expert parallelism where the experts are cut over the same accelerators.
 */
export function replicaOf(cells: PointRow, mode: "agg" | "disagg"): Replicas | null {
  return mode === "agg" ? together(cells) : apart(cells);
}

function together(cells: PointRow): Replicas | null {
  const tensor = cells.positive("tp_size");
  if (tensor === null || pipelined(cells, "pp_size")) return null;
  const data = cells.optionalPositive("attention_dp_size") ?? 1;
  const shape = mendedShape(cells, tensor, data);
  if (shape.accelerators > linkedAccelerators)
    return cells.refuse(
      "tp_size",
      `Enter the accelerators of one replica: an aggregated row of ${shape.accelerators} is a whole system's count.`,
    );
  return concurrentReplica(cells, shape, tensor * data);
}

type Shape = Pick<ReplicaLabel, "accelerators" | "attention">;

/** Without a count of its data parallelism, what the experts span beyond the tensor size is that. */
function spanOfExperts(cells: PointRow): number {
  const tensor = cells.optionalPositive("moe_tp_size") ?? 1;
  return tensor * (cells.optionalPositive("moe_ep_size") ?? 1);
}

function mendedShape(cells: PointRow, tensor: number, data: number): Shape {
  const span = spanOfExperts(cells);
  if (cells.optional("attention_dp_size") === null && span > tensor) {
    cells.mend("tp_size", `Read as ${span}, over which the experts are cut.`);
    return { accelerators: span, attention: "data" };
  }
  const accelerators = tensor * data;
  const attention = data > 1 ? "data" : "tensor";
  const experts = cells.optionalPositive("moe_ep_size") ?? 1;
  const named = /_tp(\d+)(?:_0)?_ep(\d+)/.exec(cells.optional("id") ?? "");
  if (named) {
    const stated = Number(named[1]);
    if (stated === tensor && experts <= stated && data === 1) return { accelerators, attention };
    if (stated !== tensor || experts > stated) {
      if (stated !== accelerators) cells.mend("tp_size", `Read as ${stated}, which its id says.`);
      return { accelerators: stated, attention };
    }
  }
  const root = Math.sqrt(accelerators);
  const cutTwice = experts === root || (data === root && tensor === root);
  if (accelerators > linkedAccelerators && Number.isInteger(root) && cutTwice) {
    cells.mend("tp_size", `Read as ${root}: tensor and expert parallelism are over the same.`);
    return { accelerators: root, attention };
  }
  return { accelerators, attention };
}

/** In flight: as the source says, else the batch; where the two differ by the tensor size, each rank has its batch. */
function concurrentReplica(cells: PointRow, shape: Shape, labelled: number): Replicas | null {
  const stated = statedConcurrency(cells);
  const batch = cells.optionalPositive("batch_size");
  const data = cells.optionalPositive("attention_dp_size") ?? 1;
  const tensor = labelled / data;
  if (stated === null && batch === null)
    return cells.refuse("batch_size", "Enter the requests in flight.");
  const counted = (batch ?? 0) * data;
  const named = /_tp(\d+)(?:_0)?_ep(\d+)/.test(cells.optional("id") ?? "");
  const replica = (attention: Shape["attention"], concurrency: number): Replicas => {
    const one = { accelerators: shape.accelerators, attention, concurrency, workers: 1 };
    return { decode: one, prefill: one };
  };
  if (stated === null) {
    const ranked = data === 1 && tensor > 1 && cells.optionalPositive("moe_ep_size") === tensor;
    return ranked ? replica("data", counted * tensor) : replica(shape.attention, counted);
  }
  if (batch === null || named || data > 1 || near(stated, counted))
    return replica(shape.attention, stated);
  return near(stated, counted * tensor)
    ? replica("data", stated)
    : replica(shape.attention, counted);
}

const near = (a: number, b: number) => Math.abs(a / b - 1) < 0.01;

function statedConcurrency(cells: PointRow): number | null {
  const stated = /silicon_concurrency=(\d+)/.exec(cells.optional("silicon_data_source") ?? "");
  return stated ? Number(stated[1]) : null;
}

/** Disaggregated: the requests are dealt over the workers of each kind. */
function apart(cells: PointRow): Replicas | null {
  const decode = workers(cells, "decode");
  const prefill = workers(cells, "prefill");
  if (decode === null || prefill === null) return null;
  const batch = cells.optionalPositive("decode_batch_size");
  const stated =
    statedConcurrency(cells) ?? (batch === null ? null : batch * decode.data * decode.count);
  if (stated === null) return cells.refuse("decode_batch_size", "Enter the requests in flight.");
  const replica = ({ tensor, data, count }: Workers): ReplicaLabel => ({
    accelerators: tensor * data,
    attention: data > 1 ? "data" : "tensor",
    concurrency: Math.max(1, stated / count),
    workers: count,
  });
  return { decode: replica(decode), prefill: replica(prefill) };
}

type Workers = { readonly tensor: number; readonly data: number; readonly count: number };

function workers(cells: PointRow, kind: "prefill" | "decode"): Workers | null {
  const count = cells.optionalPositive(`${kind}_num_workers`);
  if (count === null)
    return cells.refuse(
      `${kind}_num_workers`,
      "Enter how many workers shared the requests: without it the batch of one is unknown.",
    );
  const tensor = cells.positive(`${kind}_tp_size`);
  const data = cells.optionalPositive(`${kind}_attention_dp_size`) ?? 1;
  if (tensor === null || pipelined(cells, `${kind}_pp_size`)) return null;
  return { tensor, data, count };
}

function pipelined(cells: PointRow, column: string): boolean {
  if ((cells.optionalPositive(column) ?? 1) === 1) return false;
  cells.refuse(column, "Leave the row out: pipeline parallelism is not estimated.");
  return true;
}
