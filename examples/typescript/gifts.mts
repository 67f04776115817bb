import type { Dossier, Gift, Party } from "./dossier.js";

/** Say who gave what to whom. */
export function gifts(dossier: Dossier): string[] {
  // `type` tells records apart: below the filter every record is a Gift, and its fields are known.
  return (dossier.records ?? []).filter((record): record is Gift => record.type === "gift").map(told);
}

function told(gift: Gift): string {
  // Optional fields are absent, never null.
  const status = gift.status ?? "status unsaid";
  return `${gift.id}: ${names(gift.givers)} to ${names(gift.recipients)}: ${gift.item_ids.join(", ")} (${status})`;
}

function names(parties: readonly Party[]): string {
  return parties.map((party) => party.actor_id).join(", ");
}
