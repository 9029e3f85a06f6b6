#include "cmd/nouns.h"
#include "cmd/record_verbs.h"

namespace backops::cmd {

Noun area_noun() {
    const std::vector<Option> keys = with_shared_keys(
        {{"--location", "TEXT", "where the space is", false, Effect::set, "location"},
         {"--timezone", "ZONE", "when it is not the event's", false, Effect::set, "timezone"},
         {"--overlap", "RULE", "two activities at once: allow, warn or forbid", false, Effect::set, "overlap"},
         {"--collab", "ID", "who is assigned here", true, Effect::add, "collaborators"},
         {"--contact", "CREW", "whom to ask", false, Effect::set, "contact"}});
    return {
        "area",
        "the event's spaces",
        {add_verb("Adds areas", keys), list_verb("Lists the areas"), show_verb("Shows areas"),
         edit_verb("Changes areas", keys), rename_verb("Gives an area another name or id"), rm_verb("Removes areas")}};
}

}  // namespace backops::cmd
