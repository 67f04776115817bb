import type { AnyRecord, Dossier } from "./dossier.js";

/** Say what a record is about, each type by fields of its own; the compiler sees that no type is left out. */
export function summary(record: AnyRecord): string {
  switch (record.type) {
    case "source": return record.title ?? record.form;
    case "person": return record.roles?.[0]?.title ?? record.id;
    case "organization": return record.names[0].text;
    case "state": return record.country;
    case "group": return record.description;
    case "item": return record.category ?? record.description;
    case "gift": return record.givers[0].actor_id;
    case "transfer": return record.mode;
    case "shipment": return record.legs?.[0]?.itinerary ?? record.item_ids[0];
    case "meeting": return record.participant_ids.join();
    case "vote": return record.counts?.in_favor?.toFixed() ?? record.motion;
    case "sanctions_action": return record.action;
    case "occurrence": return record.form;
    case "statement": return record.acts[0];
    case "sanctions_assessment": return record.finding;
    case "relation": return `${record.subject_id} ${record.form} ${record.object_id}`;
    default: return unknown(record);
  }
}

export function summaries(dossier: Dossier): string[] {
  return (dossier.records ?? []).map(summary);
}

function unknown(record: never): never {
  throw new Error(`no such type: ${JSON.stringify(record)}`);
}
