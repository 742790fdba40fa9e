import { enterPasscode } from "@/lib/adapters/share-visit";
import { isId } from "@/lib/schemas/id";
import { deviceText } from "@/lib/views/device";

type Params = { readonly params: Promise<{ linkId: string }> };

export async function POST(request: Request, { params }: Params) {
  const { linkId } = await params;
  if (!isId(linkId)) return new Response(null, { status: 404 });
  const browser = deviceText(request.headers.get("user-agent"));
  return enterPasscode(request, { linkId, browser });
}
