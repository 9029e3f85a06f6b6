#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "event/directory.h"

namespace backops::event {

/// What a typed word was taken for.
struct Found {
    Noun noun = Noun::event;
    std::string id;
    bool exact = true;  ///< false: a prefix or a name was completed, and the command says so
};

/// The record that a person means: an exact id always wins; then the only id that begins so; then the only record of
/// that name (case-folded). text::Failure when several or none fit: the several with what tells them apart, the none
/// with the nearest.
Found found(Directory& directory, Noun noun, std::string_view typed);
Found found(Directory& directory, Target target, std::string_view typed);

/// An id for a new record: `wanted` if given (text::Failure when it is no id or is taken), else made from the name; a
/// taken one gets `-2` and so on, an activity's first its required participant's or area's id, then its date
/// (`distinctions`, in that order).
std::string new_id(Directory& directory, Noun noun, std::string_view wanted, std::string_view name,
                   const std::vector<std::string>& distinctions = {});

}  // namespace backops::event
