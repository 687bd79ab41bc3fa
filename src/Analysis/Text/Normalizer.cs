namespace Analysis;

/// <summary>Placeholder of the ladder; see Letters.</summary>
internal static class Normalizer;
