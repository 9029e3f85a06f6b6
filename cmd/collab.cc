#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/values.h"

namespace backops::cmd {

Noun collab_noun() {
    const std::vector<Option> keys = with_shared_keys(
        {{"--email", "ADDRESS", "the organisation's address", false, Effect::set, "email"},
         {"--phone", "NUMBER", "the organisation's number", false, Effect::set, "phone"},
         {"--contact", value::contact, "whom to ask", false, Effect::set, "contact"},
         {"--visibility", value::audience, "who may see its name: public, crew (the default) or private", false,
          Effect::set, "visibility"},
         {"--overlap", value::overlap, "two activities at once: allow, warn or forbid", false, Effect::set,
          "overlap"}});
    return {"collab",
            "the organisations that take part",
            {add_verb("Adds collaborators", keys), list_verb("Lists the collaborators"),
             show_verb("Shows collaborators"), edit_verb("Changes collaborators", keys),
             rename_verb("Gives a collaborator another name or id"), rm_verb("Removes collaborators")}};
}

}  // namespace backops::cmd
