#include "event/referrers.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/failure.h"
#include "text/wording.h"

namespace backops::event {
namespace {

using yaml::Node;

bool may_name(Target target, Noun noun) {
    switch (target) {
        case Target::area:
            return noun == Noun::area;
        case Target::collaborator:
            return noun == Noun::collaborator;
        case Target::crew:
            return noun == Noun::crew;
        case Target::party:
            return noun == Noun::collaborator || noun == Noun::crew;
        case Target::activity:
            return noun == Noun::activity;
        case Target::timeframe:
            return noun == Noun::timeframe;
        case Target::any:
            return noun != Noun::view && noun != Noun::timeframe && noun != Noun::event;
        case Target::none:
            break;
    }
    return false;
}

// Walks a record beside its fields and notes each scalar that names the wanted record.
class Search {
  public:
    Search(Noun noun, std::string_view id, const RecordFile& file, std::vector<Referrer>& found)
        : noun_(noun), id_(id), file_(file), found_(found) {}

    void record(const Node& node, std::span<const Field> fields) {
        for (const yaml::Entry& entry : node.entries)
            if (const Field* field = find_field(fields, entry.key)) {
                path_.emplace_back(entry.key);
                value(entry.value, *field, field->required);
                path_.pop_back();
            }
    }

  private:
    void value(const Node& node, const Field& field, bool required) {
        if (field.type == Type::list) {
            for (std::size_t i = 0; i < node.items.size(); ++i) {
                path_.emplace_back(i);
                value(node.items[i], *field.element, false);
                path_.pop_back();
            }
        } else if (field.type == Type::map) {
            for (const yaml::Entry& entry : node.entries) {
                path_.emplace_back(entry.key);
                value(entry.value, *field.element, false);
                path_.pop_back();
            }
        } else if (field.type == Type::record) {
            record(node, field.fields);
        } else if (may_name(field.target, noun_) && names(node.text)) {
            found_.push_back({file_.noun, file_.id, path_, in_words(), required, field.target == Target::any});
        }
    }
    // `accept.with` may name an occurrence.
    bool names(std::string_view text) const {
        return text == id_ ||
               (noun_ == Noun::activity && text.starts_with(id_) && text.substr(id_.size()).starts_with('@'));
    }
    std::string in_words() const {
        std::string words;
        for (const yaml::Step& step : path_)
            if (const std::string* key = std::get_if<std::string>(&step)) words += (words.empty() ? "" : ".") + *key;
        return words;
    }

    Noun noun_;
    std::string_view id_;
    const RecordFile& file_;
    std::vector<Referrer>& found_;
    yaml::Path path_;
};

void search(Noun noun, std::string_view id, const RecordFile& file, std::vector<Referrer>& found) {
    // Most records do not hold the word at all.
    if (file.text.find(id) == std::string::npos) return;
    if (!file.tree || file.tree->kind != yaml::Kind::map)
        throw text::Failure(file.problems, fmt::format("{} names `{}` but cannot be read", file.path, id));
    Search(noun, id, file, found).record(*file.tree, fields_of(file.noun));
}

// The record around a required scalar inside a list goes as a whole: a contact without its person is none.
std::optional<yaml::Path> item_around(const yaml::Path& path) {
    for (std::size_t length = path.size(); length > 0; --length)
        if (std::holds_alternative<std::size_t>(path[length - 1]))
            return yaml::Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length));
    return std::nullopt;
}

[[noreturn]] void refuse(Directory& directory, Noun noun, const std::string& id, const std::vector<Referrer>& who,
                         bool cascade) {
    std::vector<std::string> hints;
    for (const Referrer& referrer : who) {
        if (hints.size() == 12) {
            hints.push_back(fmt::format("and {} more", who.size() - 12));
            break;
        }
        hints.push_back(fmt::format("{}: `{}` ({})", path_of(referrer.noun, referrer.id), referrer.where,
                                    directory.name(referrer.noun, referrer.id)));
    }
    if (cascade) {
        hints.push_back(fmt::format("these cannot be without it: backops {} rm {} --replace-by ID", command(noun), id));
        throw text::Failure(fmt::format("`{}` is needed in {}", id, text::counted(who.size(), "place")),
                            std::move(hints));
    }
    hints.push_back(fmt::format("to remove these references too: backops {} rm {} --cascade", command(noun), id));
    hints.push_back(fmt::format("to name another instead: backops {} rm {} --replace-by ID", command(noun), id));
    throw text::Failure(fmt::format("`{}` is referred to in {}", id, text::counted(who.size(), "place")),
                        std::move(hints));
}

std::string replaced_name(const Node& root, const Referrer& referrer, const std::string& id,
                          const std::string& new_id) {
    const Node* node = yaml::at(root, referrer.path);
    return node ? new_id + node->text.substr(id.size()) : new_id;
}

// Names the new one where the old stood; a list that has it already only loses the old.
void point_to(Drafts& drafts, const Referrer& referrer, const std::string& id, const std::string& new_id) {
    yaml::Document& document = drafts.of(referrer.noun, referrer.id).document();
    const std::string name = replaced_name(document.root(), referrer, id, new_id);
    const bool is_item = std::holds_alternative<std::size_t>(referrer.path.back());
    if (is_item) {
        const yaml::Path list(referrer.path.begin(), referrer.path.end() - 1);
        const Node* node = yaml::at(document.root(), list);
        const bool there = node && std::any_of(node->items.begin(), node->items.end(),
                                               [&](const Node& item) { return item.text == name; });
        if (there) return document.remove(referrer.path);
    }
    document.set(referrer.path, yaml::Value::scalar(name));
}

}  // namespace

std::vector<Referrer> referrers(Directory& directory, Noun noun, std::string_view id) {
    std::vector<Referrer> found;
    search(noun, id, directory.file(Noun::event, ""), found);
    for (const Noun folder : folder_nouns)
        for (const std::string& other : directory.ids(folder)) search(noun, id, directory.file(folder, other), found);
    return found;
}

Draft& Drafts::of(Noun noun, const std::string& id) {
    const auto key = std::pair(noun, id);
    const auto known = drafts_.find(key);
    if (known != drafts_.end()) return known->second;
    return drafts_.emplace(key, Draft::of(directory_, noun, id)).first->second;
}

Draft& Drafts::fresh(Noun noun, const std::string& id) {
    return drafts_.emplace(std::pair(noun, id), Draft::fresh(noun, id)).first->second;
}

void Drafts::erase(Noun noun, const std::string& id) {
    drafts_.erase({noun, id});
    erased_.emplace_back(noun, id);
}

void Drafts::move(Noun noun, const std::string& id, const std::string& new_id) {
    of(noun, id);
    moved_[{noun, id}] = new_id;
}

std::vector<files::Change> Drafts::changes() const {
    std::vector<files::Change> changes;
    for (const auto& [key, draft] : drafts_) {
        draft.verify();
        const auto moved = moved_.find(key);
        files::Change change = draft.change();
        if (moved == moved_.end()) {
            changes.push_back(std::move(change));
            continue;
        }
        changes.push_back({path_of(key.first, moved->second), std::nullopt, change.after});
        changes.push_back({change.path, change.before, std::nullopt});
    }
    for (const auto& [noun, id] : erased_)
        changes.push_back({path_of(noun, id), directory_.file(noun, id).text, std::nullopt});
    return changes;
}

void rename_id(Directory& directory, Drafts& drafts, Noun noun, const std::string& id, const std::string& new_id) {
    const std::vector<Referrer> who = referrers(directory, noun, id);
    for (auto referrer = who.rbegin(); referrer != who.rend(); ++referrer) point_to(drafts, *referrer, id, new_id);
    drafts.move(noun, id, new_id);
}

void remove_records(Directory& directory, Drafts& drafts, Noun noun, const std::vector<std::string>& ids,
                    const Removal& removal) {
    const auto goes = [&](const Referrer& referrer) {
        return referrer.noun == noun && std::find(ids.begin(), ids.end(), referrer.id) != ids.end();
    };
    for (const std::string& id : ids) {
        std::vector<Referrer> who;
        for (Referrer& referrer : referrers(directory, noun, id))
            if (!goes(referrer) && !referrer.mention) who.push_back(std::move(referrer));
        if (!removal.replace_by.empty()) {
            for (auto referrer = who.rbegin(); referrer != who.rend(); ++referrer)
                point_to(drafts, *referrer, id, removal.replace_by);
        } else if (removal.cascade) {
            std::vector<Referrer> firm;
            for (const Referrer& referrer : who)
                if (referrer.required && !item_around(referrer.path)) firm.push_back(referrer);
            if (!firm.empty()) refuse(directory, noun, id, firm, true);
            // From the back, so that places in lists stay right.
            for (auto referrer = who.rbegin(); referrer != who.rend(); ++referrer)
                drafts.of(referrer->noun, referrer->id)
                    .document()
                    .remove(referrer->required ? *item_around(referrer->path) : referrer->path);
        } else if (!who.empty()) {
            refuse(directory, noun, id, who, false);
        }
        drafts.erase(noun, id);
    }
}

}  // namespace backops::event
