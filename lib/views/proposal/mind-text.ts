import type { Mind } from "../what-would-change";

/** "Server price above $471,568: Cloud H200 costs least. Today $318,400." */
export const mindText = ({ label, threshold, sentence }: Mind): string =>
  `${label} ${threshold}: ${sentence}`;
