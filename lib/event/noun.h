#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backops::event {

/// The kinds of record; each but the event has a folder of files named `<id>.yaml`.
enum class Noun : std::uint8_t { event, area, collaborator, crew, activity, timeframe, view };

inline constexpr std::array folder_nouns = {Noun::area,     Noun::collaborator, Noun::crew,
                                            Noun::activity, Noun::timeframe,    Noun::view};

/// The word for one: "area", "collaborator", "crew member", "activity", "time frame", "view"; "event".
std::string_view word(Noun noun);
/// "an area", "a crew member".
std::string with_article(Noun noun);
/// As the command line says it: "area", "collab", "crew", "activity", "timeframe", "view", "event".
std::string_view command(Noun noun);
/// "areas", "collaborators", …; empty for the event.
std::string_view folder(Noun noun);
/// "areas/main-stage.yaml"; "event.yaml" for the event, whatever the id.
std::string path_of(Noun noun, std::string_view id);

}  // namespace backops::event
