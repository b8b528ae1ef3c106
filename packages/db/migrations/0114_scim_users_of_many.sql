-- A filter looks at so many values of an attribute in place; users with more are asked apart, and found by this.
create index scim_users_of_many on scim_users (tenant_id, user_id)
  where emails_size > 6 or phone_numbers_size > 6 or ims_size > 6 or photos_size > 6 or entitlements_size > 6
    or roles_size > 6 or x509_certificates_size > 6 or addresses_size > 6;
