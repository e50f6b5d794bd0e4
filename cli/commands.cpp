#include "cli/commands.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/session.h"
#include "query/suggest.h"

namespace entente {
namespace {

constexpr std::string_view kReading =
    "Names are found without regard to case, diacritics or titles. Facts that are only planned,\n"
    "denied or supposed are left out unless --status asks for them.";

constexpr std::string_view kDeciding =
    "The decision is a line of the plain text GRAPH.ledger: every build replays it, and who "
    "deletes\n"
    "the line undoes it. A name that several have is told apart by an article: \"NAME @ ARTICLE\".";

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

void write_overview(std::ostream& out, const Paint& paint) {
  out << paint.bold("entente") << " COMMAND ...\n"
      << "News articles in, a graph out: who met whom, when, and the sentence that says so.\n\n"
      << paint.bold("Examples") << "\n"
      << "  entente build articles/ -o news.ent               read a folder of articles\n"
      << "  entente met news.ent \"Mara Lind\"                 who met her, and how often\n"
      << "  entente path news.ent \"Mara Lind\" \"Ivo Tarn\"     how two people are connected\n"
      << "  entente render news.ent -o news.svg               draw it\n\n"
      << paint.bold("Commands") << "\n";
  std::size_t widest = 0;
  for (const Command& command : commands()) widest = std::max(widest, command.name.size());
  for (const Command& command : commands()) {
    out << "  " << command.name << std::string(widest + 2 - command.name.size(), ' ')
        << command.help << '\n';
  }
  out << "\n`entente COMMAND --help` tells more, with examples. `entente --version` tells the "
         "version.\n"
      << "Exit codes: 0 done, 1 nothing found, 2 wrong usage or ambiguous name, 3 bad input or "
         "failed\n"
      << "check, 4 input/output error, 5 done but some articles were skipped, 130 interrupted.\n";
}

[[noreturn]] void throw_unknown(const std::string& name) {
  std::vector<std::string> known;
  for (const Command& command : commands()) known.emplace_back(command.name);
  const bool option = name.starts_with('-');
  throw Error(Fault::Usage, (option ? "unknown option " : "unknown command ") + printable(name) +
                                (option ? "" : did_you_mean(suggest(name, known))) +
                                "\nTry: entente --help");
}

int help(const std::vector<std::string>& arguments, Terminal& terminal) {
  if (arguments.empty()) {
    write_overview(terminal.out, terminal.paint);
    return kDone;
  }
  return run_program({arguments.front(), "--help"}, terminal);
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"build",
       "PATH... -o GRAPH",
       "read articles and add them to a graph",
       "PATH is a file (.txt .md .html .htm .jsonl; .rss .atom .xml: feeds; .warc: web archives;\n"
       "each also with .gz), a folder, or - for standard input. An article that is in GRAPH "
       "already\n"
       "is skipped; one that changed replaces its old self. What was read is kept even when the\n"
       "program is stopped; run the same command again to go on.",
       {"entente build articles/ -o news.ent", "entente build a.txt b.html more.jsonl -o news.ent",
        "curl -s https://example.org/page.html | entente build - -o news.ent"},
       run_build},
      {"remove",
       "GRAPH ARTICLE...",
       "take articles out, and what they alone said",
       "ARTICLE is an id as `entente articles` lists them.",
       {"entente remove news.ent 001.txt"},
       run_remove},
      {"stats",
       "GRAPH",
       "count what is in a graph",
       "",
       {"entente stats news.ent", "entente stats news.ent --since 2024 --format json"},
       run_stats},
      {"find",
       "GRAPH TEXT | GRAPH --similar [NAME]",
       "find entities by any of their names, or pairs that may be one",
       "With --similar: entities whose names differ little, with what speaks for their being one.\n"
       "`entente same` and `entente differ` decide.",
       {"entente find news.ent lind", "entente find news.ent bank --type organization",
        "entente find news.ent --similar", "entente find news.ent --similar \"Mara Lind\""},
       run_find},
      {"show",
       "GRAPH NAME",
       "tell everything known of one entity",
       kReading,
       {"entente show news.ent \"Mara Lind\"",
        "entente show news.ent person:mara-lind --status all"},
       run_show},
      {"about",
       "GRAPH NAME",
       "the same as show",
       kReading,
       {"entente about news.ent \"Mara Lind\"",
        "entente about news.ent \"Mara Lind\" --as-of 2023-06-30"},
       run_show},
      {"met",
       "GRAPH A [B]",
       "tell who met A, or each meeting of A and B",
       kReading,
       {"entente met news.ent \"Mara Lind\"",
        "entente met news.ent \"Mara Lind\" \"Ivo Tarn\" --since 2024",
        "entente met news.ent \"Mara Lind\" --relation met-with,spoke-with --format csv"},
       run_met},
      {"between",
       "GRAPH A B",
       "tell all facts of A and B, each with its sentence",
       kReading,
       {"entente between news.ent \"Mara Lind\" \"Ivo Tarn\"",
        "entente between news.ent Austria Kenya --relation visited,signed --since 2024"},
       run_between},
      {"common",
       "GRAPH A B",
       "tell whom and what both A and B have to do with",
       kReading,
       {"entente common news.ent \"Mara Lind\" \"Ivo Tarn\"",
        "entente common news.ent \"Mara Lind\" \"Ivo Tarn\" --type person"},
       run_common},
      {"path",
       "GRAPH A B",
       "tell how A and B are connected, with a sentence for every step",
       "A path runs through facts only, never through an article that merely names both, and\n"
       "through facts that fit only: nothing that --via, --not, --since and the like leave out is\n"
       "looked at. Facts are walked either way; where several connect the same two, one is told\n"
       "and the others are counted. A search that takes too long ends with a message.",
       {"entente path news.ent \"Mara Lind\" \"Ivo Tarn\"",
        "entente path news.ent Lind Tarn --via met-with,visited --since 2020 --max 4",
        "entente path news.ent Lind Tarn --not \"United Nations\" --not Austria --in-time-order",
        "entente path news.ent Lind Tarn --weighted --k 3",
        "entente path news.ent Lind Tarn --type person --as-of 2023-06-30",
        "entente path news.ent \"Mara Lind\" \"Ivo Tarn\" --k 5 --format json"},
       run_path},
      {"timeline",
       "GRAPH [NAME]",
       "tell the facts in order of time",
       kReading,
       {"entente timeline news.ent", "entente timeline news.ent \"Mara Lind\" --since 2024-08"},
       run_timeline},
      {"top",
       "GRAPH [MEASURE]",
       "rank the entities: by facts, pagerank or betweenness",
       "--type chooses which entities are ranked; the other filters, which facts count for degree.",
       {"entente top news.ent --type person", "entente top news.ent pagerank --limit 10"},
       run_top},
      {"query",
       "GRAPH QUERY",
       "ask anything, in openCypher",
       "Entities are nodes with the label of their type (:Person, :Country, :Event), articles "
       "have\n"
       ":Article; facts are relationships like :MET_WITH, of any status. doc/query.md has them "
       "all.\n"
       "What CREATE, MERGE, SET, REMOVE and DELETE change is kept as lines of GRAPH.ledger.",
       {"entente query news.ent 'MATCH (a:Person)-[r:MET_WITH]-(b:Person) RETURN a.name, b.name, "
        "r.date'",
        "entente query news.ent 'MATCH p = ANY SHORTEST (a {name: $from})-[]-+(b {name: $to}) "
        "RETURN p' \\\n      -p from=\"Mara Lind\" -p to=\"Ivo Tarn\"",
        "entente query news.ent 'EXPLAIN MATCH (a)-[:VISITED]->(c:Country) RETURN c.name'",
        "entente query news.ent --dry-run \"MATCH (a {name: 'Mara Lind'}), (b {name: 'Ivo Tarn'}) "
        "\\\n      CREATE (a)-[:MET_WITH {date: '2024-08', note: 'she told us'}]->(b)\""},
       run_query},
      {"search",
       "GRAPH WORDS",
       "find sentences by their words, with the facts they state",
       "All words must be there, in any order, case and accents aside. \"several words\" stand "
       "together,\nbegin* is any word that begins so, OR stands between words, NOT before one that "
       "must not be there.",
       {"entente search news.ent \"trade accord\"",
        "entente search news.ent '\"trade accord\" port* NOT strike' --since 2024",
        "entente search news.ent accord --format json --limit 100"},
       run_search},
      {"shell",
       "GRAPH",
       "ask one thing after the other: queries and commands, with history and completion",
       "Queries in openCypher end with a semicolon or an empty line; lines with a dot in front "
       "are\n"
       "commands: .help lists them. Standard input that is no terminal is read to its end.",
       {"entente shell news.ent", "entente shell news.ent --format csv < queries.cypher"},
       run_shell},
      {"why",
       "GRAPH A B | GRAPH FACT-ID | GRAPH EVENT-ID",
       "give every sentence behind an edge, and how it was read",
       kReading,
       {"entente why news.ent \"Mara Lind\" \"Ivo Tarn\"", "entente why news.ent f0123456789ab"},
       run_why},
      {"entities",
       "GRAPH",
       "list all entities, one record a line",
       "",
       {"entente entities news.ent --type person", "entente entities news.ent --format jsonl"},
       run_entities},
      {"events",
       "GRAPH",
       "list all events with who took part, one record a line",
       "An event is one occasion (a meeting, a visit, a signing), however many sentences and "
       "articles\n"
       "tell of it. What contradicts it is another event, named under its conflicts.",
       {"entente events news.ent --since 2024-08",
        "entente events news.ent --relation signed --status all --format jsonl"},
       run_events},
      {"facts",
       "GRAPH",
       "list all facts with their evidence, one record a line",
       "",
       {"entente facts news.ent --relation met-with",
        "entente facts news.ent --format jsonl --status all"},
       run_facts},
      {"articles",
       "GRAPH",
       "list what a graph was read from",
       "",
       {"entente articles news.ent", "entente articles news.ent --format csv"},
       run_articles},
      {"dyads",
       "GRAPH [A [B]]",
       "count events per pair of actors and month, in PLOVER's categories",
       "With A, those of A; with A and B, those between the two.",
       {"entente dyads news.ent --type country --since 2024",
        "entente dyads news.ent Austria Kenya --by relation --format csv"},
       run_dyads},
      {"same",
       "GRAPH A B",
       "decide that B is A: one entity, called as A",
       kDeciding,
       {"entente same news.ent \"Mara Lind\" \"M. Lind\" --reason \"her own card\""},
       run_same},
      {"differ",
       "GRAPH A B",
       "decide that A and B are two",
       kDeciding,
       {"entente differ news.ent \"Mara Lind\" \"Maria Lind\"",
        "entente differ news.ent \"Wu Li @ 001.txt\" \"Wu Li @ 007.txt\""},
       run_differ},
      {"rename",
       "GRAPH A NAME",
       "decide what A is called",
       kDeciding,
       {"entente rename news.ent \"M. Lind\" \"Mara Lind\""},
       run_rename},
      {"reject",
       "GRAPH FACT-ID | GRAPH A",
       "decide that a fact is wrong, or that A is no entity",
       kDeciding,
       {"entente reject news.ent f0123456789ab --reason \"the photo is of 2019\"",
        "entente reject news.ent \"Monday Morning\""},
       run_reject},
      {"ledger",
       "GRAPH",
       "list what you decided, with the numbers of the lines",
       "What `same`, `differ`, `rename`, `reject` and queries that write have put into "
       "GRAPH.ledger.",
       {"entente ledger news.ent", "entente ledger news.ent --format json"},
       run_ledger},
      {"undo",
       "GRAPH N",
       "take a decision back",
       "N is a line of GRAPH.ledger, as `entente ledger` numbers them. The graph is then as if it "
       "had\n"
       "never been decided.",
       {"entente undo news.ent 7"},
       run_undo},
      {"diff",
       "OLD NEW",
       "tell what two graphs disagree on",
       "Articles, entities and facts that one has alone, and what was renamed, merged, split or\n"
       "changed. Ends with 0 when there is a difference, with 1 when there is none.",
       {"entente diff last-week.ent news.ent", "entente diff a.ent b.ent --format jsonl"},
       run_diff},
      {"render",
       "GRAPH -o FILE",
       "draw a diagram: .svg .png .pdf .dot",
       "",
       {"entente render news.ent -o news.svg",
        "entente render news.ent -o lind.png --about \"Mara Lind\" --hops 2",
        "entente render news.ent -o chain.svg --path \"Mara Lind\" \"Ivo Tarn\"",
        "entente render news.ent -o - --format dot --top 40 | less"},
       run_render},
      {"export",
       "GRAPH -o FILE",
       "write a graph for Gephi and other programs",
       "By the ending of FILE, or by --format: .gexf for Gephi, .graphml for igraph, yEd and "
       "others,\n"
       ".csv makes a folder of tables, .jsonl has everything (`entente import` reads it back), "
       ".json\n"
       "is for networkx, .cyjs for Cytoscape, .cypher for Neo4j, .ttl and .jsonld are RDF, .md is "
       "a\n"
       "dossier. By name alone: graphology (Gephi Lite), neo4j, ftm (Aleph), obsidian, plover (R).",
       {"entente export news.ent -o news.gexf",
        "entente export news.ent -o events.csv --format plover",
        "entente export news.ent -o tables --format csv --since 2024",
        "entente export news.ent -o - --format jsonl | less"},
       run_export},
      {"import",
       "FILE -o GRAPH",
       "make a graph of what `export` wrote as .jsonl",
       "The same graph comes of it, with texts, quotes and the reader's decisions. Into a graph "
       "that is\n"
       "there already its articles are added, as by `entente build`.",
       {"entente import news.jsonl -o news.ent",
        "entente export a.ent -o - --format jsonl | entente import - -o both.ent"},
       run_import},
      {"demo",
       "[FOLDER]",
       "read the articles that come with the program, draw them, ask",
       "Makes a folder with a graph, its pictures and a file for Gephi.",
       {"entente demo", "entente demo trial"},
       run_demo},
      {"verify",
       "GRAPH",
       "compare every quote with its article's text, byte for byte",
       "",
       {"entente verify news.ent"},
       run_verify},
      {"check",
       "ARTICLE",
       "tell how one article is read: blocks, names, dates, facts",
       "",
       {"entente check article.txt", "entente check - < page.html",
        "entente check --stage parse --tree article.txt"},
       run_check},
  };
  return table;
}

int run_program(const std::vector<std::string>& arguments, Terminal& terminal) {
  if (arguments.empty()) {
    write_overview(terminal.messages, {});
    return kUsage;
  }
  const std::string& first = arguments.front();
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (first == "--version") {
    terminal.out << "entente " << ENTENTE_VERSION << '\n';
    return kDone;
  }
  if (first == "--help" || first == "-h" || first == "help") return help(rest, terminal);
  const Command* command = find_command(first);
  if (command == nullptr) throw_unknown(first);
  Session session(*command, rest, terminal);
  return command->run(session);
}

}  // namespace entente
