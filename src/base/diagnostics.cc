#include "base/diagnostics.h"

#include <utility>

namespace saywhen {

void Diagnostics::Add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::kError) ++errors_;
  if (diagnostic.severity == Severity::kWarning) ++warnings_;
  if (kept_.size() < kKept) {
    kept_.push_back(std::move(diagnostic));
  } else {
    ++dropped_;
  }
}

void Diagnostics::Append(Diagnostics more) {
  const size_t errors = errors_ + more.errors_;
  const size_t warnings = warnings_ + more.warnings_;
  for (Diagnostic& each : more.kept_) Add(std::move(each));
  errors_ = errors;
  warnings_ = warnings;
  dropped_ += more.dropped_;
}

}  // namespace saywhen
