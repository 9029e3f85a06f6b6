#include "cmd/nouns.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/search.h"
#include "render/record_json.h"
#include "render/table.h"
#include "text/failure.h"

namespace backops::cmd {
namespace {

int find_records(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "ids", "json"});
    event::Directory directory = session.open(files::Access::read);
    directory.event();
    std::vector<std::string> words;
    for (const std::string& typed : arguments.words)
        for (std::size_t at = 0; at < typed.size();) {
            const std::size_t end = std::min(typed.find(' ', at), typed.size());
            if (end > at) words.push_back(typed.substr(at, end - at));
            at = end + 1;
        }
    if (words.empty()) throw text::Failure("WORDS are blank", {}, text::wrong_usage);
    const auto hits = event::hits(directory, words);
    std::vector<std::vector<std::string>> cells;
    std::vector<render::Row> rows;
    for (const event::Hit& hit : hits) {
        const bool plain = hit.where == "id" || hit.where == "name";
        cells.push_back(
            {std::string(event::command(hit.noun)), hit.id, hit.name, plain ? "" : hit.where + ": " + hit.line});
        rows.push_back({{"noun", std::string(event::command(hit.noun))},
                        {"id", hit.id},
                        {"name", hit.name},
                        {"key", hit.where},
                        {"text", hit.line}});
        if (format == "ids") session.out(hit.id + "\n");
    }
    if (format == "json") session.out(render::rows_json("backops/find/1", "rows", rows));
    if (format == "text" && !cells.empty())
        session.out(render::table({"NOUN", "ID", "NAME", "FOUND IN"}, cells, session.width(), session.colour()));
    if (hits.empty() && format != "json") session.note("nothing has all of these words");
    return hits.empty() ? text::refused : 0;
}

}  // namespace

Noun find_noun_itself() {
    return {"find",
            "any record by name, id, tag or text",
            {{"",
              "Finds records that have all the words, in whatever key",
              {"WORDS", 1, 100},
              {{"--format", {"FORMAT", "text ids json"}, "text, ids or json"}},
              find_records}}};
}

}  // namespace backops::cmd
