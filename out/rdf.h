#pragma once
// A graph as RDF, with where everything comes from: in Turtle and in JSON-LD, the same triples.
//
//   entity    a schema:Person, schema:Place, ...; schema:name, schema:alternateName
//   fact      an ent:Relation with ent:subject, ent:predicate, ent:object, ent:status, dates;
//             prov:wasDerivedFrom its sentences
//   sentence  a prov:Entity and schema:Quotation: schema:text, ent:start and ent:end (bytes),
//             prov:wasQuotedFrom its article
//   event     a schema:Event with schema:attendee, and an ent:participation with its role for each
//   article   a schema:NewsArticle
// Vocabularies: https://schema.org, https://www.w3.org/TR/prov-o; ent: is urn:entente:term:,
// described in doc/formats.md.

#include <iosfwd>

#include "out/export_input.h"

namespace entente {

void write_turtle(std::ostream& out, const ExportInput& input);
void write_json_ld(std::ostream& out, const ExportInput& input);

}  // namespace entente
