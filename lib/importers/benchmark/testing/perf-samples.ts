/** Figures of one run that hang together; both tools report them. Made up. */
const spread = (avg: number, change: Record<string, unknown> = {}) => ({
  avg,
  p25: avg * 0.99,
  p50: avg,
  p75: avg * 1.01,
  p99: avg * 1.2,
  min: avg * 0.9,
  max: avg * 1.3,
  std: avg * 0.01,
  ...change,
});

const metrics = (concurrency: number, requestsPerSecond: number) => {
  const inter = 1000 * ((0.985 * concurrency) / requestsPerSecond - 0.12) * (1 / 511);
  return {
    request_throughput: { unit: "requests/sec", avg: requestsPerSecond },
    request_latency: { unit: "ms", ...spread(120 + 511 * inter) },
    request_count: { unit: "requests", avg: concurrency * 20 },
    time_to_first_token: { unit: "ms", ...spread(120) },
    inter_token_latency: { unit: "ms", ...spread(inter) },
    output_token_throughput: { unit: "tokens/sec", avg: requestsPerSecond * 512 },
    output_sequence_length: { unit: "tokens", ...spread(512) },
    input_sequence_length: { unit: "tokens", ...spread(1024) },
  };
};

/** The layout of AIPerf 0.11, schema 1.3: models and phases, one of them a warm-up. */
export const aiperf = (concurrency = 8, requestsPerSecond = 1.07) => ({
  schema_version: "1.3",
  aiperf_version: "0.11.0",
  benchmark_id: "0123456789ab",
  ...metrics(concurrency, requestsPerSecond),
  benchmark_duration: { unit: "sec", avg: (concurrency * 20) / requestsPerSecond },
  telemetry_data: {
    summary: { endpoints_successful: ["localhost:9400"] },
    endpoints: {
      "localhost:9400": {
        gpus: {
          gpu_0: { gpu_index: 0, gpu_name: "NVIDIA H200", metrics: {} },
          gpu_1: { gpu_index: 1, gpu_name: "NVIDIA H200", metrics: {} },
        },
      },
    },
  },
  input_config: {
    models: { items: [{ name: "meta-llama/Llama-3.1-70B-Instruct" }] },
    endpoint: { urls: ["http://localhost:8000"], type: "chat", streaming: true },
    phases: [
      { name: "warmup", exclude_from_results: true, concurrency: 2 },
      { name: "profiling", type: "concurrency", concurrency },
    ],
  },
  was_cancelled: false,
  error_summary: [],
  start_time: "2026-11-24T16:50:17.505136",
  end_time: "2026-11-24T16:53:02.330469",
});

/** The layout of GenAI-Perf 0.0.15: its arguments, flat, with a backend that is a default. */
export const genaiPerf = (concurrency = 8, requestsPerSecond = 1.07) => ({
  ...metrics(concurrency, requestsPerSecond),
  input_config: {
    model: ["meta-llama/Llama-3.1-70B-Instruct"],
    formatted_model_name: "meta-llama_Llama-3.1-70B-Instruct",
    backend: "tensorrtllm",
    endpoint_type: "chat",
    service_kind: "openai",
    streaming: true,
    concurrency,
    request_rate: null,
    profile_export_file: "artifacts/profile_export.json",
  },
});

export const genaiPerfCsv = [
  "Metric,avg,min,max,p99,p95,p90,p75,p50,p25",
  "Time To First Token (ms),120.40,92.10,310.30,301.20,188.00,150.50,131.20,118.90,109.70",
  "Time To Second Token (ms),14.10,13.00,20.20,19.90,16.00,15.20,14.60,14.00,13.60",
  'Request Latency (ms),"7,376.60","7,101.20","7,698.90","7,690.10","7,560.00","7,480.30","7,420.00","7,371.10","7,330.20"',
  "Inter Token Latency (ms),14.20,13.60,15.10,15.00,14.80,14.60,14.40,14.20,14.00",
  "Output Sequence Length (tokens),512.00,512.00,512.00,512.00,512.00,512.00,512.00,512.00,512.00",
  'Input Sequence Length (tokens),"1,024.00","1,023.00","1,025.00","1,025.00","1,025.00","1,024.00","1,024.00","1,024.00","1,024.00"',
  "",
  "Metric,Value",
  "Output Token Throughput (per sec),547.84",
  "Request Throughput (per sec),1.07",
  "Request Count (count),160.00",
  "",
].join("\r\n");

export const aiperfCsv = [
  "Metric,avg,min,max,sum,p1,p5,p10,p25,p50,p75,p90,p95,p99,std",
  "HTTP Waiting (TTFB) (ms),97.45,28.85,184.24,9354.74,34.65,35.96,36.37,83.30,84.51,137.47,159.26,184.02,184.17,43.17",
  "Input Sequence Length (tokens),1024.00,1024.00,1024.00,163840.00,1024.00,1024.00,1024.00,1024.00,1024.00,1024.00,1024.00,1024.00,1024.00,0.00",
  "Inter Token Latency (ms),14.20,13.60,15.10,2272.00,13.61,13.70,13.80,14.00,14.20,14.40,14.60,14.80,15.00,0.30",
  "OSL Mismatch Diff % (%),0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00",
  "Output Sequence Length (tokens),512.00,512.00,512.00,81920.00,512.00,512.00,512.00,512.00,512.00,512.00,512.00,512.00,512.00,0.00",
  "Request Latency (ms),7376.60,7101.20,7698.90,1180256.00,7110.00,7150.00,7200.00,7330.20,7371.10,7420.00,7480.30,7560.00,7690.10,110.00",
  "Time to First Token (ms),120.40,92.10,310.30,19264.00,93.00,95.00,99.00,109.70,118.90,131.20,150.50,188.00,301.20,30.00",
  "",
  "Metric,Value",
  "Benchmark Duration (sec),149.53",
  "Output Token Throughput (tokens/sec),547.85",
  "Request Count,160.00",
  "Request Throughput (requests/sec),1.07",
  "",
  "",
  "Endpoint,GPU_Index,GPU_Name,GPU_UUID,Metric,avg,min,max,sum,p1,p5,p10,p25,p50,p75,p90,p95,p99,std",
  "localhost:9400,0,NVIDIA H200,GPU-1,GPU Power Usage (W),640.1,120.5,698.0,,121,200,300,600,650,670,690,695,698,80.1",
  "",
].join("\n");
