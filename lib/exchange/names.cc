#include "exchange/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/node_values.h"
#include "event/values.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

using event::Noun;

// Each miss is compared with every name; a spreadsheet of nothing but misses is not worth more.
constexpr std::size_t most_near_misses = 500;
constexpr std::size_t longest_made_name = 500;

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

Answer found(std::string id) { return {std::move(id), "", "", {}}; }

Answer wrong(std::string message, std::vector<std::string> hints) {
    return {"", "wrong-value", std::move(message), std::move(hints)};
}

std::string in_words(const std::vector<Noun>& nouns) {
    std::string words;
    for (const Noun noun : nouns) words += (words.empty() ? "" : " or ") + std::string(event::word(noun));
    return words;
}

const std::vector<Noun> parties = {Noun::collaborator, Noun::crew};

}  // namespace

Names::Names(event::Directory& directory, bool create, std::string home)
    : directory_(directory),
      create_(create),
      home_(trimmed(home)),
      area_ids_([this](const std::string& id) { return directory_.exists(Noun::area, id); }),
      party_ids_([this](const std::string& id) { return directory_.party(id).has_value(); }) {}

const Answer& Names::area(const std::string& typed) {
    const auto known = areas_.find(typed);
    return known != areas_.end() ? known->second : areas_.emplace(typed, found_area(typed)).first->second;
}

std::optional<std::string> Names::known_area(const std::string& typed) {
    if (exists(Noun::area, typed)) return typed;
    const auto* those = called(Noun::area, typed);
    return those && those->size() == 1 ? std::optional(those->front().id) : std::nullopt;
}

const Answer& Names::organizer(const std::string& typed) {
    const auto known = organizers_.find(typed);
    return known != organizers_.end() ? known->second
                                      : organizers_.emplace(typed, found_party(typed, true)).first->second;
}

const Answer& Names::participant(const std::string& typed) {
    const auto known = participants_.find(typed);
    return known != participants_.end() ? known->second
                                        : participants_.emplace(typed, found_party(typed, false)).first->second;
}

Names::ByName& Names::names(Noun noun) {
    const auto known = names_.find(noun);
    if (known != names_.end()) return known->second;
    ByName& names = names_[noun];
    for (const std::string& id : directory_.ids(noun)) {
        const event::RecordFile& file = directory_.file(noun, id);
        const bool is_crew = noun == Noun::crew && file.tree;
        names[text::case_folded(directory_.name(noun, id))].push_back(
            {id, is_crew ? event::text_of(*file.tree, "collaborator") : ""});
    }
    return names;
}

bool Names::exists(Noun noun, const std::string& id) const {
    return directory_.exists(noun, id) || created_ids_.contains({noun, id});
}

const std::vector<Names::Known>* Names::called(Noun noun, const std::string& typed) {
    ByName& all = names(noun);
    const auto those = all.find(text::case_folded(typed));
    return those == all.end() ? nullptr : &those->second;
}

std::string Names::name_of(Noun noun, const std::string& id) {
    const auto created = created_ids_.find({noun, id});
    return created == created_ids_.end() ? directory_.name(noun, id) : created_[created->second].name;
}

Answer Names::made(Noun noun, const std::string& name, const std::string& collaborator) {
    if (name.size() > longest_made_name)
        return wrong("this name is longer than 500 bytes", {"names in one cell are separated by `;`"});
    const event::Field& field = *event::find_field(event::fields_of(noun), "name");
    if (const auto bad = event::wrong_value(field, "name", name)) return wrong(bad->message, bad->hints);
    const std::string id = (noun == Noun::area ? area_ids_ : party_ids_).made_from(name, event::command(noun));
    names(noun)[text::case_folded(name)].push_back({id, collaborator});
    created_ids_[{noun, id}] = created_.size();
    created_.push_back({noun, id, name, collaborator});
    return found(id);
}

Answer Names::several(const std::string& typed, Noun noun, const std::vector<Known>& those) {
    Answer answer{
        "", "ambiguous-name", fmt::format("{} could be more than one {}", text::quoted(typed), event::word(noun)), {}};
    for (const Known& known : those) {
        if (answer.hints.size() == 8) {
            answer.hints.push_back(fmt::format("and {} more", those.size() - 8));
            break;
        }
        const std::string mark =
            known.collaborator.empty() ? "" : ", " + name_of(Noun::collaborator, known.collaborator);
        answer.hints.push_back(fmt::format("`{}`: {}{}", known.id, text::quoted(name_of(noun, known.id)), mark));
    }
    answer.hints.push_back("write the id of the one that is meant");
    return answer;
}

// What could be written in a cell: ids, and names that only one has.
const std::vector<std::string>& Names::words_for(const std::vector<Noun>& nouns) {
    std::vector<std::string>& words = candidates_[nouns];
    if (!words.empty()) return words;
    for (const Noun noun : nouns)
        for (const auto& [name, those] : names(noun))
            for (const Known& known : those) {
                words.push_back(known.id);
                if (those.size() == 1) words.push_back(name_of(noun, known.id));
            }
    std::sort(words.begin(), words.end());
    return words;
}

Answer Names::none(const std::string& typed, const std::vector<Noun>& nouns, std::string create_hint) {
    Answer answer{"", "unknown-reference", fmt::format("no {} is called {}", in_words(nouns), text::quoted(typed)), {}};
    if (misses_++ < most_near_misses) {
        const std::vector<std::string>& candidates = words_for(nouns);
        auto near = text::nearest(typed, candidates);
        if (!near) near = text::nearest(text::id_from(typed), candidates);
        if (near) answer.hints.push_back(fmt::format("did you mean {}?", text::quoted(*near)));
    }
    if (!create_) answer.hints.push_back(std::move(create_hint));
    return answer;
}

Answer Names::found_area(const std::string& typed) {
    if (exists(Noun::area, typed)) return found(typed);
    const auto* those = called(Noun::area, typed);
    if (those && those->size() > 1) return several(typed, Noun::area, *those);
    if (those) return found(those->front().id);
    return create_ ? made(Noun::area, typed) : none(typed, {Noun::area}, "to make what is missing: --create");
}

Answer Names::found_party(const std::string& typed, bool organizes) {
    if (exists(Noun::collaborator, typed) || exists(Noun::crew, typed)) return found(typed);
    if (const std::size_t bracket = typed.rfind('<'); bracket != std::string::npos && typed.ends_with('>'))
        return found_in_company(typed, bracket);
    const std::vector<Noun> order = organizes ? parties : std::vector<Noun>{Noun::crew, Noun::collaborator};
    for (const Noun noun : order) {
        const auto* those = called(noun, typed);
        if (!those) continue;
        if (those->size() == 1) return found(those->front().id);
        // People whom this import made are in `home`, and are found again when it runs again.
        std::vector<Known> at_home;
        if (noun == Noun::crew && create_)
            if (const Answer there = home(); !there.id.empty())
                std::copy_if(those->begin(), those->end(), std::back_inserter(at_home),
                             [&](const Known& known) { return known.collaborator == there.id; });
        return at_home.size() == 1 ? found(at_home.front().id) : several(typed, noun, *those);
    }
    if (!create_)
        return none(typed, parties,
                    organizes ? "to make what is missing: --create"
                              : fmt::format("to make them crew: --create --crew-of {}",
                                            directory_.event().default_collaborator));
    if (organizes) return made(Noun::collaborator, typed);
    const Answer there = home();
    return there.id.empty() ? there : made(Noun::crew, typed, there.id);
}

Answer Names::found_in_company(const std::string& typed, std::size_t bracket) {
    const std::string person = trimmed(std::string_view(typed).substr(0, bracket));
    const std::string where = trimmed(std::string_view(typed).substr(bracket + 1, typed.size() - bracket - 2));
    if (person.empty() || where.empty())
        return wrong(fmt::format("{} lacks a name", text::quoted(typed)), {"write `Person <Company>`"});
    if (where.find('@') != std::string::npos)
        return wrong(
            fmt::format("{} is an e-mail address, and here a collaborator's name is wanted", text::quoted(where)),
            {fmt::format("write {}, or `Person <Company>`", text::quoted(person))});
    const Answer collaborator = company(where);
    if (collaborator.id.empty()) return collaborator;
    std::vector<Known> there;
    if (const auto* those = called(Noun::crew, person))
        std::copy_if(those->begin(), those->end(), std::back_inserter(there),
                     [&](const Known& known) { return known.collaborator == collaborator.id; });
    if (there.size() == 1) return found(there.front().id);
    if (there.size() > 1) return several(person, Noun::crew, there);
    if (create_) return made(Noun::crew, person, collaborator.id);
    return {"",
            "unknown-reference",
            fmt::format("no crew member of `{}` is called {}", collaborator.id, text::quoted(person)),
            {"to make them: --create"}};
}

Answer Names::company(const std::string& typed) {
    if (exists(Noun::collaborator, typed)) return found(typed);
    const auto* those = called(Noun::collaborator, typed);
    if (those && those->size() > 1) return several(typed, Noun::collaborator, *those);
    if (those) return found(those->front().id);
    return create_ ? made(Noun::collaborator, typed)
                   : none(typed, {Noun::collaborator}, "to make what is missing: --create");
}

Answer Names::home() { return home_.empty() ? found(directory_.event().default_collaborator) : company(home_); }

}  // namespace backops::exchange
