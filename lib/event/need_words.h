#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/directory.h"
#include "event/find.h"

namespace backops::event {

/// A need as it is typed: `4 stagehand acme-audio`.
struct NeedWords {
    int count = 1;
    std::string role;  ///< one word or several
    std::optional<Found> collaborator;
    std::string typed_collaborator;
};

/// The words of a need. The collaborator is the last of them: an id, a name of any length, or the only beginning of
/// one, of which at least one whole word or four letters are given. Last words that are nearly a collaborator's are
/// refused, since they would be a part of the role: text::Failure with who may be meant, and how to say that the role
/// is called so.
NeedWords need_words(Directory& directory, std::string_view typed);

}  // namespace backops::event
