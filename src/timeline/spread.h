// Side by side, never on top of each other.
#pragma once

#include <span>

namespace saywhen {

// Moves sorted places as little as possible (least squares) so that neighbours stand at least
// `distance` apart: isotonic regression by pooling adjacent violators (Ayer et al., 1955) after
// taking i * distance from place i. Linear in time.
void Spread(std::span<float> places, float distance);

}  // namespace saywhen
