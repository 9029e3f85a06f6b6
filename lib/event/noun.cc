#include "event/noun.h"

#include <fmt/format.h>

namespace backops::event {

std::string_view word(Noun noun) {
    switch (noun) {
        case Noun::event:
            return "event";
        case Noun::area:
            return "area";
        case Noun::collaborator:
            return "collaborator";
        case Noun::crew:
            return "crew member";
        case Noun::activity:
            return "activity";
        case Noun::timeframe:
            return "time frame";
        case Noun::view:
            return "view";
    }
    return "";
}

std::string_view command(Noun noun) {
    switch (noun) {
        case Noun::collaborator:
            return "collab";
        case Noun::crew:
            return "crew";
        case Noun::timeframe:
            return "timeframe";
        default:
            return word(noun);
    }
}

std::string_view folder(Noun noun) {
    switch (noun) {
        case Noun::event:
            return "";
        case Noun::area:
            return "areas";
        case Noun::collaborator:
            return "collaborators";
        case Noun::crew:
            return "crew";
        case Noun::activity:
            return "activities";
        case Noun::timeframe:
            return "timeframes";
        case Noun::view:
            return "views";
    }
    return "";
}

std::string path_of(Noun noun, std::string_view id) {
    if (noun == Noun::event) return "event.yaml";
    return std::string(folder(noun)) + "/" + std::string(id) + ".yaml";
}

std::string with_article(Noun noun) {
    const std::string_view name = word(noun);
    return fmt::format("{} {}", std::string_view("aeiou").find(name.front()) == std::string_view::npos ? "a" : "an",
                       name);
}

}  // namespace backops::event
