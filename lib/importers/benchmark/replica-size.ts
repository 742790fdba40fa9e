import { bounds, type RecordFields } from "./record-fields";

/** Names under which a record says how many accelerators serve together, and how they are split. */
const counts = ["accelerators_per_replica", "num_gpus", "gpus"];
const tensors = ["tp", "tp_size", "tensor_parallel_size"];
const pipelines = ["pp", "pp_size", "pipeline_parallel_size"];
const copies = ["dp", "dp_size", "data_parallel_size"];

/**
 * Accelerators behind the measured rate: as counted, else tensor × pipeline × data parallelism, of the
 * record first and then of its server. SGLang's data parallelism of the attention alone is over the
 * same accelerators as its tensor size. null where no size is said.
 */
export function replicaSize(fields: RecordFields, server: RecordFields): number | null {
  const said = (names: readonly string[]) =>
    names.flatMap(
      (name) => fields.number(name, bounds.count) ?? server.number(name, bounds.count) ?? [],
    )[0];
  const counted = said(counts);
  if (counted !== undefined) return Math.round(counted);
  const tensor = said(tensors);
  if (tensor === undefined) return null;
  const sharesTensor = [fields, server].some(({ raw }) => raw("enable_dp_attention") === true);
  const data = sharesTensor ? 1 : (said(copies) ?? 1);
  return Math.round(tensor * (said(pipelines) ?? 1) * data);
}
