import { restHandler } from "@/lib/adapters/rest/handler";
import { operations } from "../operations/all";

const handle = restHandler(() => operations);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
