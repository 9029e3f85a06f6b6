#pragma once

#include <string>
#include <string_view>

#include "event/noun.h"
#include "model/plan.h"

namespace backops::event {

// Records as bytes for this very program on this machine: what an index keeps so that files need not be parsed again.
// The id is not among them. `from_bytes` gives back what `to_bytes` was given, and false for bytes that are nothing of
// the kind; the record is then of no use.

std::string to_bytes(const model::Area& area);
std::string to_bytes(const model::Collaborator& collaborator);
std::string to_bytes(const model::CrewMember& person);
std::string to_bytes(const model::Activity& activity);
std::string to_bytes(const model::Timeframe& timeframe);
std::string to_bytes(const model::View& view);

bool from_bytes(std::string_view bytes, model::Area& area);
bool from_bytes(std::string_view bytes, model::Collaborator& collaborator);
bool from_bytes(std::string_view bytes, model::CrewMember& person);
bool from_bytes(std::string_view bytes, model::Activity& activity);
bool from_bytes(std::string_view bytes, model::Timeframe& timeframe);
bool from_bytes(std::string_view bytes, model::View& view);

}  // namespace backops::event
