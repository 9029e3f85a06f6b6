#include "event/referrers.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

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

// Walks a record beside its fields and notes each scalar that names one of the wanted records.
class Search {
  public:
    Search(Noun noun, const std::vector<std::string>& ids, const RecordFile& file, std::vector<Referrer>& found)
        : noun_(noun), ids_(ids), file_(file), found_(found) {}

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
        } else if (node.kind == yaml::Kind::scalar && may_name(field.target, noun_)) {
            const auto named = std::find(ids_.begin(), ids_.end(), named_in(node.text));
            if (named != ids_.end())
                found_.push_back(
                    {file_.noun, file_.id, *named, path_, in_words(), required, field.target == Target::any});
        }
    }
    // `accept.with` may name an occurrence.
    std::string_view named_in(std::string_view text) const {
        return noun_ == Noun::activity ? text.substr(0, text.find('@')) : text;
    }
    std::string in_words() const {
        std::string words;
        for (const yaml::Step& step : path_)
            if (const std::string* key = std::get_if<std::string>(&step)) words += (words.empty() ? "" : ".") + *key;
        return words;
    }

    Noun noun_;
    const std::vector<std::string>& ids_;
    const RecordFile& file_;
    std::vector<Referrer>& found_;
    yaml::Path path_;
};

bool has_any(std::string_view text, const std::vector<std::string>& ids) {
    return std::any_of(ids.begin(), ids.end(),
                       [&](const std::string& id) { return text.find(id) != std::string_view::npos; });
}

void search(Noun noun, const std::vector<std::string>& ids, const RecordFile& file, std::vector<Referrer>& found) {
    if (file.tree && file.tree->kind == yaml::Kind::map)
        Search(noun, ids, file, found).record(*file.tree, fields_of(file.noun));
    else if (file.text.empty() ? !file.problems.empty() : has_any(file.text, ids))
        throw text::Failure(file.problems, fmt::format("{} may name `{}` and cannot be read", file.path, ids.front()));
}

// The record around a required scalar inside a list goes as a whole: a contact without its person is none.
std::optional<yaml::Path> item_around(const yaml::Path& path) {
    for (std::size_t length = path.size(); length > 0; --length)
        if (std::holds_alternative<std::size_t>(path[length - 1]))
            return yaml::Path(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length));
    return std::nullopt;
}

// Whoever names it there cannot be without it, and does not go as an item of a list.
bool is_firm(const Referrer& referrer) { return referrer.required && !item_around(referrer.path); }

/// With a cascade, of those that it cannot take away.
[[noreturn]] void refuse(Directory& directory, Noun noun, const std::string& id, const std::vector<Referrer>& who,
                         bool cascade, bool may_cascade) {
    constexpr std::size_t most = 12;
    std::string message =
        fmt::format("`{}` is {} in {}", id, cascade ? "needed" : "referred to", text::counted(who.size(), "place"));
    for (std::size_t i = 0; i < who.size() && i < most; ++i)
        message += fmt::format("\n{}: `{}`{}", path_of(who[i].noun, who[i].id), who[i].where,
                               who[i].id.empty() ? "" : fmt::format(" ({})", directory.name(who[i].noun, who[i].id)));
    if (who.size() > most) message += fmt::format("\nand {} more", who.size() - most);
    const std::string command_line = fmt::format("backops {} rm {}", command(noun), id);
    const std::string replace = fmt::format("to name another instead: {} --replace-by ID", command_line);
    std::vector<std::string> hints{replace};
    if (may_cascade)
        hints.insert(hints.begin(), fmt::format("to remove these references too: {} --cascade", command_line));
    for (const Referrer& referrer : who)
        if (!may_cascade && referrer.noun == Noun::view)
            hints.push_back(fmt::format("to remove the view first: backops view rm {}", referrer.id));
    throw text::Failure(message, std::move(hints));
}

/// All that is done to one record for the sake of others, by place.
using Places = std::vector<const Referrer*>;

/// In the order of the file, whatever the order of the records.
std::map<std::pair<Noun, std::string>, Places> by_record(const std::vector<Referrer>& who) {
    std::map<std::pair<Noun, std::string>, Places> all;
    for (const Referrer& referrer : who) all[{referrer.noun, referrer.id}].push_back(&referrer);
    return all;
}

/// Items of lists that go, and other places; from the back, so that places in lists stay right.
void remove_all(yaml::Document& document, const std::vector<yaml::Path>& places) {
    const auto list_of = [](const yaml::Path& path) { return yaml::Path(path.begin(), path.end() - 1); };
    for (auto place = places.rbegin(); place != places.rend();) {
        if (!std::holds_alternative<std::size_t>(place->back())) {
            document.remove(*place++);
            continue;
        }
        const yaml::Path list = list_of(*place);
        std::set<std::size_t> indexes;
        for (; place != places.rend() && list_of(*place) == list; ++place)
            indexes.insert(std::get<std::size_t>(place->back()));
        document.remove_items(list, std::vector(indexes.begin(), indexes.end()));
    }
}

/// Names the new one where the old one stood; a list that has it already only loses the old.
void point_to(yaml::Document& document, const Places& places, const std::string& new_id) {
    std::vector<std::pair<yaml::Path, std::string>> named;
    std::vector<yaml::Path> too_many;
    std::map<yaml::Path, std::set<std::string>> names;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const yaml::Path& path = (*place)->path;
        const Node* old = yaml::at(document.root(), path);
        const std::string name = new_id + (old ? old->text.substr((*place)->named.size()) : "");
        if (std::holds_alternative<std::size_t>(path.back())) {
            const yaml::Path list(path.begin(), path.end() - 1);
            const auto [known, is_new] = names.try_emplace(list);
            if (const Node* node = is_new ? yaml::at(document.root(), list) : nullptr)
                for (const Node& item : node->items) known->second.insert(item.text);
            if (!known->second.insert(name).second) {
                too_many.push_back(path);
                continue;
            }
        }
        named.emplace_back(path, name);
    }
    std::ranges::reverse(named);
    std::ranges::reverse(too_many);
    document.set_scalars(named);
    remove_all(document, too_many);
}

// A list of required participants may now name the new id: it is then taken out of the optional ones.
void drop_optional(yaml::Document& document, const Places& places, const std::string& new_id) {
    std::set<yaml::Path> known;
    for (const Referrer* referrer : places) {
        yaml::Path path = referrer->path;
        if (path.size() < 3 || path[path.size() - 3] != yaml::Step("participants")) continue;
        path.resize(path.size() - 2);
        if (!known.insert(path).second) continue;
        const auto place_in = [&](const char* list) -> std::optional<yaml::Path> {
            yaml::Path place = path;
            place.emplace_back(list);
            const Node* node = yaml::at(document.root(), place);
            for (std::size_t i = 0; node && i < node->items.size(); ++i)
                if (node->items[i].text == new_id) {
                    place.emplace_back(i);
                    return place;
                }
            return std::nullopt;
        };
        if (const auto optional = place_in("optional"); optional && place_in("required")) document.remove(*optional);
    }
}

void point_all_to(Drafts& drafts, const std::vector<Referrer>& who, const std::string& new_id) {
    for (const auto& [record, places] : by_record(who)) {
        yaml::Document& document = drafts.of(record.first, record.second).document();
        point_to(document, places, new_id);
        drop_optional(document, places, new_id);
    }
}

/// Whether a view would show more than before without the references in `who`. It does when it loses its time frame or
/// its last calendar; a view of what is on all its calendars does when it loses any of them.
bool widens(const RecordFile& view, const std::vector<Referrer>& who) {
    const auto goes = [&](std::string_view key) {
        return std::ranges::count_if(who, [&](const Referrer& referrer) {
            return referrer.noun == Noun::view && referrer.id == view.id && referrer.where == key;
        });
    };
    if (goes("during") > 0) return true;
    std::ptrdiff_t all = 0, going = 0;
    bool is_match_all = false;
    for (const yaml::Entry& entry : view.tree->entries) {
        is_match_all |= entry.key == "match" && entry.value.text == "all";
        all += entry.key == "event" && entry.value.text == "true";
        if (entry.key != "areas" && entry.key != "collaborators" && entry.key != "crew") continue;
        all += static_cast<std::ptrdiff_t>(entry.value.items.size());
        going += goes(entry.key);
    }
    return going > 0 && (is_match_all || going == all);
}

/// Those of them that cannot be taken away.
std::vector<Referrer> firm_of(Directory& directory, const Drafts& drafts, const std::vector<Referrer>& who) {
    std::vector<Referrer> firm;
    std::ranges::copy_if(who, std::back_inserter(firm), [&](const Referrer& referrer) {
        if (referrer.noun != Noun::view) return is_firm(referrer);
        const auto drafted = drafts.read(referrer.noun, referrer.id);
        return widens(drafted ? *drafted : directory.file(referrer.noun, referrer.id), who);
    });
    return firm;
}

void refuse_each(Directory& directory, Noun noun, const std::vector<std::string>& ids, const std::vector<Referrer>& who,
                 const std::vector<Referrer>& firm, bool cascade) {
    for (const std::string& id : ids) {
        std::vector<Referrer> its;
        std::ranges::copy_if(cascade ? firm : who, std::back_inserter(its),
                             [&](const Referrer& referrer) { return referrer.named == id; });
        const bool may_cascade = std::ranges::find(firm, id, &Referrer::named) == firm.end();
        if (!its.empty()) refuse(directory, noun, id, its, cascade, may_cascade);
    }
}

void remove_references(Directory& directory, Drafts& drafts, Noun noun, const std::vector<std::string>& ids,
                       const std::vector<Referrer>& who) {
    refuse_each(directory, noun, ids, who, firm_of(directory, drafts, who), true);
    for (const auto& [record, places] : by_record(who)) {
        std::vector<yaml::Path> going;
        for (const Referrer* referrer : places)
            going.push_back(referrer->required || referrer->mention ? *item_around(referrer->path) : referrer->path);
        remove_all(drafts.of(record.first, record.second).document(), going);
    }
}

}  // namespace

std::vector<Referrer> referrers(Directory& directory, const Drafts& drafts, Noun noun,
                                const std::vector<std::string>& ids) {
    std::vector<Referrer> found;
    const auto look = [&](Noun folder, const std::string& id) {
        if (const auto drafted = drafts.read(folder, id)) return search(noun, ids, *drafted, found);
        // Most records do not hold the words at all, and need not be parsed, nor be right, for that to be known.
        if (directory.may_mention(folder, id, ids)) search(noun, ids, directory.file(folder, id), found);
    };
    look(Noun::event, "");
    for (const Noun folder : folder_nouns)
        for (const std::string& id : directory.all_ids(folder)) look(folder, id);
    return found;
}

Draft& Drafts::of(Noun noun, const std::string& id) {
    const auto key = std::pair(noun, id);
    const auto known = drafts_.find(key);
    if (known != drafts_.end()) return known->second;
    return drafts_.emplace(key, Draft::of(directory_, noun, id)).first->second;
}

std::optional<RecordFile> Drafts::read(Noun noun, const std::string& id) const {
    const auto known = drafts_.find({noun, id});
    return known == drafts_.end() ? std::nullopt : std::optional(known->second.read());
}

Draft& Drafts::fresh(Noun noun, const std::string& id, std::string text) {
    return drafts_.emplace(std::pair(noun, id), Draft::fresh(noun, id, std::move(text))).first->second;
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
        draft.verify(draft.uses_declared_names() ? &directory_.event() : nullptr);
        const auto moved = moved_.find(key);
        files::Change change = draft.change();
        if (moved == moved_.end()) {
            changes.push_back(std::move(change));
            continue;
        }
        changes.push_back({path_of(key.first, moved->second), std::nullopt, change.after});
        changes.push_back({change.path, change.before, std::nullopt});
    }
    for (const auto& [noun, id] : erased_) {
        const RecordFile& file = directory_.file(noun, id);
        if (file.text.empty() && !file.problems.empty() && file.problems.front().place.line == 0 && !file.tree)
            throw text::Failure(file.problems, "nothing was changed");
        changes.push_back({file.path, file.text, std::nullopt});
    }
    return changes;
}

void rename_id(Directory& directory, Drafts& drafts, Noun noun, const std::string& id, const std::string& new_id) {
    point_all_to(drafts, referrers(directory, drafts, noun, {id}), new_id);
    drafts.move(noun, id, new_id);
}

void remove_records(Directory& directory, Drafts& drafts, Noun noun, const std::vector<std::string>& ids,
                    const Removal& removal) {
    const std::set<std::string> going(ids.begin(), ids.end());
    if (going.contains(removal.replace_by))
        throw text::Failure(fmt::format("`{}` is among those that go", removal.replace_by), {}, text::wrong_usage);
    std::vector<Referrer> who = referrers(directory, drafts, noun, ids);
    const bool mentions_too = removal.cascade || !removal.replace_by.empty();
    std::erase_if(who, [&](const Referrer& referrer) {
        return (referrer.noun == noun && going.contains(referrer.id)) || (referrer.mention && !mentions_too);
    });
    if (!removal.replace_by.empty())
        point_all_to(drafts, who, removal.replace_by);
    else if (removal.cascade)
        remove_references(directory, drafts, noun, ids, who);
    else
        refuse_each(directory, noun, ids, who, firm_of(directory, drafts, who), false);
    for (const std::string& id : going) drafts.erase(noun, id);
}

}  // namespace backops::event
