// Random tests that can be run again: every one says its seed when it fails.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <random>

namespace saywhen {

// SAYWHEN_SEED in the environment, else one fixed seed, so that a run says the same everywhere.
inline uint32_t Seed() {
  const char* seed = std::getenv("SAYWHEN_SEED");
  return seed == nullptr ? 20250213U : static_cast<uint32_t>(std::strtoul(seed, nullptr, 10));
}

}  // namespace saywhen

#define SAYWHEN_TRACE_SEED() SCOPED_TRACE(testing::Message() << "SAYWHEN_SEED=" << Seed())
