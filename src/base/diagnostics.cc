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

}  // namespace saywhen
