#include "exchange/drafting.h"

#include <fmt/format.h>

#include <stdexcept>

#include "event/key_path.h"
#include "text/wording.h"
#include "yaml/parse.h"
#include "yaml/write.h"

namespace backops::exchange {
namespace {

using event::Noun;
using yaml::Value;

// A new record in one go: each edit of a document costs a reading of it. Nothing when it cannot be written so.
std::optional<yaml::Document> new_document(Noun noun, const Value& record) {
    for (const yaml::Breaks breaks : {yaml::Breaks::literal, yaml::Breaks::escaped}) {
        try {
            yaml::Document document(yaml::record_text(record, 0, breaks), event::key_order(noun));
            if (yaml::same(document.value(), record)) return document;
        } catch (const std::invalid_argument&) {
            continue;
        }
    }
    return std::nullopt;
}

}  // namespace

bool draft_new(event::Drafts& drafts, Noun noun, const std::string& id, const Value& record) {
    auto document = new_document(noun, record);
    if (!document || document->text().size() > files::largest_file) return false;
    drafts.fresh(noun, id).document() = std::move(*document);
    return true;
}

bool draft_changes(event::Drafts& drafts, const std::string& activity, Edits edits, event::Intake& intake) {
    event::Draft& draft = drafts.of(Noun::activity, activity);
    try {
        for (auto& [key, value] : edits.values) draft.put(key, std::move(value));
        event::set_timing(draft, edits.timing, intake);
    } catch (const std::logic_error&) {
        return false;
    }
    return draft.document().text().size() <= files::largest_file;
}

std::string too_large(const std::string& id) {
    return fmt::format("the record of `{}` would be more than its file can hold", id);
}

void draft_created(event::Drafts& drafts, const Names& names, ImportReport& report, Findings& findings) {
    for (const Created& created : names.created()) {
        std::vector<std::pair<std::string, Value>> entries{{"name", Value::scalar(created.name)}};
        if (created.noun == Noun::crew) entries.emplace_back("collaborator", Value::scalar(created.collaborator));
        if (!draft_new(drafts, created.noun, created.id, Value::map(std::move(entries)))) {
            findings.add("limit", fmt::format("no record can be made of the name {}", text::quoted(created.name)));
            continue;
        }
        auto& ids = created.noun == Noun::area   ? report.areas
                    : created.noun == Noun::crew ? report.crew
                                                 : report.collaborators;
        ids.push_back(created.id);
    }
}

}  // namespace backops::exchange
