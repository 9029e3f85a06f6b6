#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/values.h"

namespace backops::cmd {

Noun area_noun() {
    const std::vector<Option> keys = with_shared_keys(
        {{"--location", "TEXT", "where the space is", false, Effect::set, "location"},
         {"--timezone", value::zone, "when it is not the event's", false, Effect::set, "timezone"},
         {"--overlap", value::overlap, "two activities at once: allow, warn or forbid", false, Effect::set, "overlap"},
         {"--collab", value::collaborator, "who is assigned here", true, Effect::add, "collaborators"},
         {"--contact", value::contact, "whom to ask", false, Effect::set, "contact"}});
    return {
        "area",
        "the event's spaces",
        {add_verb("Adds areas", keys), list_verb("Lists the areas"), show_verb("Shows areas"),
         edit_verb("Changes areas", keys), rename_verb("Gives an area another name or id"), rm_verb("Removes areas")}};
}

}  // namespace backops::cmd
