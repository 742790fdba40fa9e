/** Exporters read the engine's results through views. */
export { frontPairs } from "@/lib/engine";
