namespace Analysis;

/// <summary>A noun phrase of a clause.</summary>
/// <param name="Slot">How it is joined: <see cref="Slots.Object"/> without a preposition.</param>
/// <param name="First">First token of the noun.</param>
/// <param name="Heads">Mentions that name its participants, by index.</param>
/// <param name="Militia">Whether it names factions of a side without a name.</param>
/// <param name="Participant">Whether a noun in it is a person, body, weapon or thing that news is about, or a number counts it.</param>
/// <param name="Types">Types of these mentions.</param>
/// <param name="Sites">Whether all of them are sites.</param>
internal sealed record NounPhrase(Slots Slot, int First, int[] Heads, bool Militia, bool Participant, EntityType Types, bool Sites)
{
    /// <summary>Whether it names somebody.</summary>
    public bool IsNamed => Heads.Length > 0 || Militia;

    /// <summary>Whether its only mention is a nationality.</summary>
    public bool Plain => Types == EntityType.Demonym;
}
