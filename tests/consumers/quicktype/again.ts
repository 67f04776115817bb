// Reads dossiers and records, one JSON text a line, as the generated types, and writes them again.
import { readFileSync } from "node:fs";
import { Convert } from "./Dossier.js";

const again: Record<string, (text: string) => string> = {
  dossier: (text) => Convert.dossierToJson(Convert.toDossier(text)),
  source: (text) => Convert.sourceToJson(Convert.toSource(text)),
  person: (text) => Convert.personToJson(Convert.toPerson(text)),
  organization: (text) => Convert.organizationToJson(Convert.toOrganization(text)),
  state: (text) => Convert.stateToJson(Convert.toState(text)),
  group: (text) => Convert.groupToJson(Convert.toGroup(text)),
  item: (text) => Convert.itemToJson(Convert.toItem(text)),
  gift: (text) => Convert.giftToJson(Convert.toGift(text)),
  transfer: (text) => Convert.transferToJson(Convert.toTransfer(text)),
  shipment: (text) => Convert.shipmentToJson(Convert.toShipment(text)),
  meeting: (text) => Convert.meetingToJson(Convert.toMeeting(text)),
  vote: (text) => Convert.voteToJson(Convert.toVote(text)),
  sanctions_action: (text) => Convert.sanctionsActionToJson(Convert.toSanctionsAction(text)),
  occurrence: (text) => Convert.occurrenceToJson(Convert.toOccurrence(text)),
  statement: (text) => Convert.statementToJson(Convert.toStatement(text)),
  sanctions_assessment: (text) => Convert.sanctionsAssessmentToJson(Convert.toSanctionsAssessment(text)),
  relation: (text) => Convert.relationToJson(Convert.toRelation(text)),
};

for (const text of readFileSync(0, "utf-8").trim().split("\n")) {
  let line: unknown;
  try {
    line = JSON.parse(again[JSON.parse(text).type](text));
  } catch (error) {
    line = { refused: String(error) };
  }
  console.log(JSON.stringify(line));
}
