#pragma once

#include "event/record_file.h"

namespace backops::event {

/// Holds a record's tree against the field table; adds what is wrong and what refers elsewhere to `file`.
void check_shape(RecordFile& file);

/// What the sound values of one record say against each other; see each rule's message.
void check_sense(RecordFile& file);

}  // namespace backops::event
