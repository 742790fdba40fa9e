import { healthz } from "@/lib/server/health";

export const dynamic = "force-dynamic";

export const GET = healthz;
