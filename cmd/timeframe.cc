#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/values.h"

namespace backops::cmd {

Noun timeframe_noun() {
    const std::vector<Option> keys =
        with_shared_keys({{"--start", "TIME", "its first day, or a time, such as \"fri 14:00\""},
                          {"--end", "TIME", "its last day, inclusive, or a time"},
                          {"--area", value::area, "an area that it concerns", true, Effect::add, "areas"},
                          {"--participant", value::party, "a collaborator or person whom it concerns", true,
                           Effect::add, "participants"},
                          {"--global", "", "it concerns everybody", false, Effect::set_true, "global"},
                          {"--not-global", "", "it does not concern everybody", false, Effect::set_false, "global"}});
    return {"timeframe",
            "the event's phases and restrictions",
            {add_verb("Adds time frames", keys), list_verb("Lists the time frames"), show_verb("Shows time frames"),
             edit_verb("Changes time frames", keys), rename_verb("Gives a time frame another name or id"),
             rm_verb("Removes time frames")}};
}

}  // namespace backops::cmd
