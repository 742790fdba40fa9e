import { followShareLink } from "@/lib/adapters/share-visit";
import { deviceText } from "@/lib/views/device";

type Params = { readonly params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Params) {
  const { token } = await params;
  const browser = deviceText(request.headers.get("user-agent"));
  return followShareLink(request, { token, browser });
}

/** Robots that check links ask without reading: the same for every address, and nobody is looked up. */
export const HEAD = () => new Response(null, { headers: { "Cache-Control": "private, no-store" } });
