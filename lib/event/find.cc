#include "event/find.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/fresh_ids.h"
#include "event/node_values.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::event {
namespace {

struct Candidate {
    Noun noun;
    std::string id;
};

std::vector<Noun> nouns_of(Target target) {
    switch (target) {
        case Target::area:
            return {Noun::area};
        case Target::collaborator:
            return {Noun::collaborator};
        case Target::crew:
            return {Noun::crew};
        case Target::party:
            return {Noun::collaborator, Noun::crew};
        case Target::activity:
            return {Noun::activity};
        case Target::timeframe:
            return {Noun::timeframe};
        case Target::any:
        case Target::none:
            break;
    }
    return {};
}

std::vector<Candidate> with_prefix(Directory& directory, const std::vector<Noun>& nouns, std::string_view prefix) {
    std::vector<Candidate> candidates;
    for (const Noun noun : nouns) {
        const auto& ids = directory.ids(noun);
        for (auto at = std::lower_bound(ids.begin(), ids.end(), prefix); at != ids.end() && at->starts_with(prefix);
             ++at)
            candidates.push_back({noun, *at});
    }
    return candidates;
}

std::vector<Candidate> with_name(Directory& directory, const std::vector<Noun>& nouns, std::string_view typed) {
    const std::string wanted = text::case_folded(typed);
    std::vector<Candidate> candidates;
    for (const Noun noun : nouns)
        for (const std::string& id : directory.ids(noun))
            if (text::case_folded(directory.name(noun, id)) == wanted) candidates.push_back({noun, id});
    return candidates;
}

// What tells a record from others of its name: its company, its start, else nothing.
std::string distinction(Directory& directory, const Candidate& candidate) {
    const RecordFile& file = directory.file(candidate.noun, candidate.id);
    if (!file.tree) return "";
    if (candidate.noun == Noun::crew) return directory.name(Noun::collaborator, text_of(*file.tree, "collaborator"));
    if (candidate.noun == Noun::collaborator) return "a collaborator";
    return text_of(*file.tree, candidate.noun == Noun::area ? "location" : "start");
}

std::string in_words(const std::vector<Noun>& nouns) {
    std::vector<std::string> words;
    for (const Noun noun : nouns) words.emplace_back(word(noun));
    return words.size() == 2 ? words[0] + " or " + words[1] : words[0];
}

[[noreturn]] void several(Directory& directory, std::string_view typed, const std::vector<Noun>& nouns,
                          const std::vector<Candidate>& candidates) {
    constexpr std::size_t most = 8;
    std::string message = fmt::format("{} could be more than one {}", text::quoted(typed), in_words(nouns));
    for (std::size_t i = 0; i < candidates.size() && i < most; ++i) {
        const std::string mark = distinction(directory, candidates[i]);
        message += fmt::format("\n`{}`: {}{}", candidates[i].id, directory.name(candidates[i].noun, candidates[i].id),
                               mark.empty() ? "" : ", " + mark);
    }
    if (candidates.size() > most) message += fmt::format("\nand {} more", candidates.size() - most);
    throw text::Failure(std::move(message), {"write the id"});
}

// A mistyped id, or the mistyped beginning of one: people shorten what they type.
std::optional<std::string> near_among(const std::string& typed, const std::vector<std::string>& ids) {
    if (auto near = text::nearest(typed, ids)) return near;
    std::vector<std::string> beginnings;
    for (const std::string& id : ids) beginnings.push_back(id.substr(0, typed.size()));
    const auto near = text::nearest(typed, beginnings);
    if (!near || std::count(beginnings.begin(), beginnings.end(), *near) != 1) return std::nullopt;
    return ids[static_cast<std::size_t>(std::find(beginnings.begin(), beginnings.end(), *near) - beginnings.begin())];
}

// One that a word fits: by id, as the only beginning, as the only name; else all of that name, else all beginnings.
std::vector<Candidate> fitting(Directory& directory, const std::vector<Noun>& nouns, std::string_view typed) {
    for (const Noun noun : nouns)
        if (directory.exists(noun, typed)) return {{noun, std::string(typed)}};
    std::vector<Candidate> begins;
    if (!typed.empty()) begins = with_prefix(directory, nouns, typed);
    if (begins.size() == 1) return begins;
    std::vector<Candidate> named = with_name(directory, nouns, typed);
    return named.empty() ? begins : named;
}

[[noreturn]] void none(Directory& directory, std::string_view typed, const std::vector<Noun>& nouns) {
    std::vector<std::string> words;
    bool any = false;
    for (const Noun noun : nouns)
        for (const std::string& id : directory.ids(noun)) {
            any = true;
            words.push_back(id);
        }
    std::vector<std::string> hints;
    const std::size_t comma = typed.find(',');
    if (comma != std::string_view::npos && !fitting(directory, nouns, typed.substr(0, comma)).empty())
        hints.emplace_back("several are given one by one, each with an option of its own");
    else if (const auto near = near_among(text::is_id(typed) ? std::string(typed) : text::id_from(typed), words))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    else if (!any)
        hints.push_back(fmt::format("make one first: backops {} add {}", command(nouns.front()),
                                    text::shell_word(text::one_line(typed))));
    else
        hints.push_back(fmt::format("all of them: backops {} list{}", command(nouns.front()),
                                    nouns.size() > 1 ? fmt::format(", backops {} list", command(nouns[1])) : ""));
    std::string message = fmt::format("no {} is called {}", in_words(nouns), text::quoted(typed));
    for (const Noun other : folder_nouns)
        if (directory.exists(other, typed)) {
            message += fmt::format("; that is the id of {}", with_article(other));
            break;
        }
    throw text::Failure(std::move(message), std::move(hints));
}

Found as_found(const Candidate& candidate, std::string_view typed) {
    return {candidate.noun, candidate.id, candidate.id == typed};
}

Found found_among(Directory& directory, const std::vector<Noun>& nouns, std::string_view typed) {
    const std::vector<Candidate> fit = fitting(directory, nouns, typed);
    if (fit.empty()) none(directory, typed, nouns);
    if (fit.size() > 1) several(directory, typed, nouns, fit);
    return as_found(fit[0], typed);
}

std::string wanted_id(Directory& directory, Noun noun, std::string_view wanted) {
    if (!text::is_id(wanted)) {
        const std::string meant = text::id_from(wanted);
        throw text::Failure(text::why_no_id(wanted),
                            meant.empty() ? std::vector<std::string>{} : std::vector{fmt::format("--id {}", meant)},
                            text::wrong_usage);
    }
    const bool is_party = noun == Noun::collaborator || noun == Noun::crew;
    const auto holder = is_party                         ? directory.party(wanted)
                        : directory.exists(noun, wanted) ? std::optional(noun)
                                                         : std::nullopt;
    if (holder)
        throw text::Failure(fmt::format("`{}` is taken by the {} {}", wanted, word(*holder),
                                        text::quoted(directory.name(*holder, wanted))));
    return std::string(wanted);
}

}  // namespace

Found found(Directory& directory, Noun noun, std::string_view typed) { return found_among(directory, {noun}, typed); }

Found found(Directory& directory, Target target, std::string_view typed) {
    return found_among(directory, nouns_of(target), typed);
}

std::string new_id(Directory& directory, Noun noun, std::string_view wanted, std::string_view name,
                   const std::vector<std::string>& distinctions) {
    const bool is_party = noun == Noun::collaborator || noun == Noun::crew;
    const auto taken = [&](const std::string& id) {
        return is_party ? directory.party(id).has_value() : directory.exists(noun, id);
    };
    if (!wanted.empty()) return wanted_id(directory, noun, wanted);
    return FreshIds(taken).made_from(name, command(noun), distinctions);
}

}  // namespace backops::event
