#pragma once

#include <optional>
#include <vector>

#include "edits/named.h"
#include "event/draft.h"
#include "event/intake.h"
#include "model/plan.h"
#include "time/date.h"

namespace backops::edits {

/// The dates that a series has as drafted. Of the event only event.yaml and the time frames are read. The directory
/// must outlive them.
class SeriesDates {
  public:
    /// text::Failure when it does not repeat or has no start that can be read.
    SeriesDates(event::Directory& directory, const event::Draft& series);

    const model::Activity& activity() const { return plan_.activities.front(); }
    /// The event, its time frames and the series; nothing else.
    const model::Plan& plan() const { return plan_; }

    /// Of the rule, in order, skipped ones too.
    const std::vector<time::Date>& all() const { return all_; }
    bool has(time::Date date) const;
    bool is_skipped(time::Date date) const;
    /// The last on which it happens before that date: skipped ones do not count.
    std::optional<time::Date> last_before(time::Date date) const;

    /// text::Failure when the named date of this series is none on which it happens, with the name that was most likely
    /// meant. Only then are other activities read: the date may be one of a series that continues this one.
    void require(const Named& named) const;
    /// The same, but a skipped date is one too.
    void require_in_rule(const Named& named) const;
    /// The same date, or it and all that follow, of a series that continues this one, or one that continues that.
    std::optional<Named> continued(const Named& named) const;

  private:
    std::optional<Named> continued(const Named& named, std::size_t depth) const;

    event::Directory& directory_;
    model::Plan plan_;
    std::vector<time::Date> all_, skipped_;  ///< in order
};

}  // namespace backops::edits
