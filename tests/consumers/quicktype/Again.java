// Reads dossiers and records, one JSON text a line, as the generated types, and writes them again.
package org.example;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

public class Again {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("dossier", Dossier.class),
            Map.entry("source", Source.class),
            Map.entry("person", Person.class),
            Map.entry("organization", Organization.class),
            Map.entry("state", State.class),
            Map.entry("group", Group.class),
            Map.entry("item", Item.class),
            Map.entry("gift", Gift.class),
            Map.entry("transfer", Transfer.class),
            Map.entry("shipment", Shipment.class),
            Map.entry("meeting", Meeting.class),
            Map.entry("vote", Vote.class),
            Map.entry("sanctions_action", SanctionsAction.class),
            Map.entry("occurrence", Occurrence.class),
            Map.entry("statement", Statement.class),
            Map.entry("sanctions_assessment", SanctionsAssessment.class),
            Map.entry("relation", Relation.class));

    public static void main(String[] arguments) throws IOException {
        // The generated Converter would write null for what is absent, and take unknown fields in silence.
        ObjectMapper mapper = new ObjectMapper().setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            Object line;
            try {
                line = mapper.readValue(text, TYPES.get(mapper.readTree(text).get("type").asText()));
            } catch (IOException error) {
                line = Map.of("refused", error.getMessage());
            }
            out.println(mapper.writeValueAsString(line));
        }
    }
}
