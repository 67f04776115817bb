import { readFileSync } from "node:fs";
import { gifts } from "./gifts.mjs";

console.log(gifts(JSON.parse(readFileSync(process.argv[2], "utf8"))).join("\n"));
