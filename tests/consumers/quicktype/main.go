// Reads dossiers and records, one JSON text a line, as the generated types, and writes them again.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

// Again reads strictly; the generated Unmarshal functions take unknown fields in silence.
func Again[T any](text []byte) ([]byte, error) {
	var value T
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	return json.Marshal(value)
}

var again = map[string]func([]byte) ([]byte, error){
	"dossier":              Again[Dossier],
	"source":               Again[Source],
	"person":               Again[Person],
	"organization":         Again[Organization],
	"state":                Again[State],
	"group":                Again[Group],
	"item":                 Again[Item],
	"gift":                 Again[Gift],
	"transfer":             Again[Transfer],
	"shipment":             Again[Shipment],
	"meeting":              Again[Meeting],
	"vote":                 Again[Vote],
	"sanctions_action":     Again[SanctionsAction],
	"occurrence":           Again[Occurrence],
	"statement":            Again[Statement],
	"sanctions_assessment": Again[SanctionsAssessment],
	"relation":             Again[Relation],
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var head struct{ Type string }
		err := json.Unmarshal(lines.Bytes(), &head)
		var line []byte
		if err == nil {
			line, err = again[head.Type](lines.Bytes())
		}
		if err != nil {
			line, _ = json.Marshal(map[string]string{"refused": err.Error()})
		}
		fmt.Println(string(line))
	}
}
