namespace Analysis;

/// <summary>
/// Entity types as flags, so that one test covers several types. Public records contain the
/// <see cref="EntityTypes.NameOf">name</see> instead.
/// </summary>
[Flags]
internal enum EntityType : ushort
{
    /// <summary>No entity.</summary>
    None = 0,

    /// <summary>A person.</summary>
    Person = 1 << 0,

    /// <summary>A state.</summary>
    State = 1 << 1,

    /// <summary>A capital; its name may stand for the government.</summary>
    Capital = 1 << 2,

    /// <summary>A body of a state, a party or another organization.</summary>
    Organization = 1 << 3,

    /// <summary>An armed group.</summary>
    ArmedGroup = 1 << 4,

    /// <summary>A place that is neither a state nor a capital.</summary>
    Place = 1 << 5,

    /// <summary>A base, an airport, a street or another facility.</summary>
    Facility = 1 << 6,

    /// <summary>A newspaper, an agency or a channel.</summary>
    Media = 1 << 7,

    /// <summary>A weapon, a ship or an aircraft.</summary>
    Weapon = 1 << 8,

    /// <summary>An agreement or a campaign.</summary>
    Agreement = 1 << 9,

    /// <summary>A nationality; no entity of the gazetteer has this type.</summary>
    Demonym = 1 << 10,
}

/// <summary>Names of the types, as written in the gazetteer and the annotations.</summary>
internal static class EntityTypes
{
    /// <summary>Names of all types.</summary>
    public static readonly string[] Names =
        ["person", "state", "capital", "organization", "armed-group", "place", "facility", "media", "weapon", "agreement", "demonym"];

    /// <summary>Names of the types that an entity of the gazetteer may have, for messages.</summary>
    public static string Listed => string.Join(", ", Names[..^1]);

    /// <summary>Name of a type.</summary>
    public static string NameOf(EntityType type) => Names[int.Log2((int)type)];

    /// <summary>The type with a name; <see cref="EntityType.None"/> if there is no such type.</summary>
    public static EntityType Parse(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var index ? (EntityType)(1 << index) : EntityType.None;
}
