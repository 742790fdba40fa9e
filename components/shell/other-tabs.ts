const channelName = "loadline.organization";

type Message = { readonly tab: number; readonly organizationId: string | null };

/** A page hears its own messages too, on another channel of the same name. */
const thisTab = Math.random();

/** Says to the other tabs of this browser that the session has moved to another organization. */
export function tellOtherTabs(organizationId: string | null = null): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ tab: thisTab, organizationId } satisfies Message);
  channel.close();
}

/** Calls back with the organization that the session is in now; null where that is not known. */
export function onOtherTab(moved: (organizationId: string | null) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.tab !== thisTab) moved(data.organizationId);
  };
  return () => channel.close();
}
