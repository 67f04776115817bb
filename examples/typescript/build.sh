#!/bin/sh
# Export the schema, generate types, and compile the program that uses them. json2ts and tsc have to be on the PATH.
set -eu
out=${1:?name a folder}
mkdir -p "$out"
cp gifts.mts run.mjs "$out"
newsevents schema --profile codegen >"$out/dossier.schema.json"
json2ts --input "$out/dossier.schema.json" --output "$out/dossier.d.ts"
tsc --strict --module nodenext --target es2022 "$out/gifts.mts"
