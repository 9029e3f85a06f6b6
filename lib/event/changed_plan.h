#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "event/noun.h"
#include "files/store.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

using RecordName = std::pair<Noun, std::string>;

/// Changes of records' files as changes of the plan, which the two can be shown with in turn: an event is too large to
/// have it twice. Files that are no records are left alone.
class ChangedPlan {
  public:
    /// The plan is as before the changes until the first `swap`; it must outlive this.
    ChangedPlan(model::Plan& plan, std::span<const files::Change> changes);

    /// Makes the plan what it is after the changes, or before them again.
    void swap();
    const model::Plan& plan() const { return plan_; }
    const std::vector<RecordName>& records() const { return records_; }  ///< which are changed
    const text::Problems& problems() const { return problems_; }         ///< of their form after it

  private:
    model::Plan& plan_;
    std::vector<RecordName> records_;
    text::Problems problems_;
    std::vector<std::function<void()>> exchanges_;  ///< one a record, each its own inverse
};

}  // namespace backops::event
